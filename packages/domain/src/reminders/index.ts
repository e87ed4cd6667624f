export * from './ladder.js';
export * from './plan.js';
export * from './mails.js';
