export * from './plain-date.js';
export * from './template.js';
export * from './graph.js';
export * from './check-template.js';
export * from './diff-template.js';
export * from './states.js';
export * from './due-dates.js';
