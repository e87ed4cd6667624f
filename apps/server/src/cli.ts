import 'reflect-metadata';
import { COMMANDS, usage } from './cli/commands.js';
import { openPlace } from './cli/place.js';
import { EnvError, Env } from './platform/env.js';
import { explain } from './platform/explain.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(words: readonly string[]): Promise<number> {
  const [name = '', ...given] = words;
  const command = COMMANDS[name];
  if (!command || given.length !== command.takes.length) {
    process.stderr.write(`${usage()}\n`);
    return 2;
  }
  const env = Env.read();
  try {
    const place = await openPlace(env, command.needs);
    try {
      return await command.run(place, given, say);
    } finally {
      await place.close();
    }
  } catch (error) {
    process.stderr.write(`Tawama ${name}: ${explain(error, env)}\n`);
    return 1;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`Tawama: ${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
