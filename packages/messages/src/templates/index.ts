export { isTemplateProblemCode, templateProblemText } from './problems.js';
export { dueText } from './due.js';
export { templateChangeText } from './changes.js';
