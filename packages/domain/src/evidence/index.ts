export { mayRemoveEvidence } from './removing.js';
export { askedSides, evidenceLevelOf, levelOfKind, type Proof, proofLevel, reaches, sidesOf } from './levels.js';
export { fileNameFor, photoTypeOf, typeOfFile } from './files.js';
