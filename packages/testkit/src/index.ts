export { createTestDatabase, type TestDatabase } from './database.js';
export { FixedClock } from './fixed-clock.js';
