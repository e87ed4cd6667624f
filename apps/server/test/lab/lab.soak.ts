import { proveAll } from './prove.js';

proveAll('full', 3_600_000);
