export * from './health.js';
export * from './machine.js';
