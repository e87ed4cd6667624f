export { isTemplateProblemCode, templateProblemText } from './problems.js';
export { dueText } from './due.js';
export { conditionsText, repeatsText, stepsText } from './conduct.js';
export { reminderLines, remindersText } from './reminders.js';
export { templateChangeText } from './changes.js';
