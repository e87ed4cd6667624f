import type { EntitySchema } from 'typeorm';

/** Every table the program maps, one line a feature. */
export const ENTITIES: EntitySchema[] = [];
