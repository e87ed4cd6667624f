export { articleStateOf, coverageOf, type CoverageFigures, type KeepingProject, type KeepingStep, type KeptArticle } from './coverage.js';
