export * from './plain-date.js';
export * from './template.js';
