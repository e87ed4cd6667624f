export { type Assignment, checkCounterpart, checkOwner, chooseCoordinator, FEW_PEOPLE, FOUND_ANYWHERE, isAuthority, peopleThatMatter, resolveAssignment, type Sought, soughtFor } from './assignment.js';
export { checkProof, decide, peopleNamedBy } from './commands.js';
export { daysLate } from './lateness.js';
