export * from './vitality.js';
export * from './dormancy.js';
export * from './progress.js';
export * from './mandate.js';
