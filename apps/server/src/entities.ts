import type { EntitySchema } from './platform/db/database.js';

/** Every table the program maps, one line a feature. */
export const ENTITIES: EntitySchema[] = [];
