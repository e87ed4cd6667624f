export * from './result.js';
export * from './calendar/index.js';
export * from './access/index.js';
export * from './text/index.js';
export * from './cities/index.js';
export * from './reports/index.js';
