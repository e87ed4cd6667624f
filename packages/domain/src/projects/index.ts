export { indicatorShare, type IndicatorFigures } from './indicator.js';
export { checkLeads } from './leads.js';
export { addProjectSteps, changeProjectSteps, checkProjectDates, isProjectStepKey, projectStepDates, projectStepKey, removeProjectSteps, type ProjectFacts, type StepDates } from './steps.js';
export { projectStepTitle, projectStepWord } from './words.js';
