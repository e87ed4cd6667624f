// npm run tawama -- <command>: the operator's commands; what they do is in apps/server/src/cli.ts.
import { setUp, SetUpError } from './setup.mjs';

try {
  await setUp({ say: (line) => process.stderr.write(`${line}\n`) });
} catch (error) {
  process.stderr.write(`Tawama: ${error instanceof SetUpError ? error.message : error?.stack ?? error}\n`);
  process.exit(1);
}
await import('../../apps/server/dist/cli.js');
