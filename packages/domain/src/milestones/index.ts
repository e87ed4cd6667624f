export { type Assignment, checkCounterpart, checkOwner, chooseCoordinator, isAuthority, peopleThatMatter, resolveAssignment } from './assignment.js';
export { checkProof, decide, peopleNamedBy } from './commands.js';
export { daysLate } from './lateness.js';
