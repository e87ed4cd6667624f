export { migrate, type Migration, type MigrationDecision, type MigrationDecisions } from './migrate.js';
export { type MigrationLine, migrationLines } from './lines.js';
