export * from './types.js';
export { renderMail, subjectOf } from './render.js';
