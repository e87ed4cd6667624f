export * from './ladder.js';
export * from './plan.js';
export * from './roles.js';
export * from './whole-plan.js';
export * from './mails.js';
