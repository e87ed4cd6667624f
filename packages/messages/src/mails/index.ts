export * from './types.js';
export { renderMail } from './render.js';
