import { proveAll } from './prove.js';

proveAll('short', 300_000);
