// npm start: set-up in child processes, then the server in this very process, so that a signal to it reaches everything.
import { setUp, SetUpError } from './setup.mjs';

try {
  await setUp();
} catch (error) {
  process.stderr.write(`Tawama did not start: ${error instanceof SetUpError ? error.message : error?.stack ?? error}\n`);
  process.exit(1);
}
await import('../../apps/server/dist/main.js');
