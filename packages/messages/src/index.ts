export * from './language.js';
export * from './format.js';
export * from './dates.js';
export * from './errors/index.js';
export * from './labels/index.js';
export * from './sentences.js';
export * from './audit/index.js';
export * from './templates/index.js';
