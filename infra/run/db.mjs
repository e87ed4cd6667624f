// pnpm db new <name>: an empty migration, in its place and in the list.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

const [command, name] = process.argv.slice(2);
if (command !== 'new' || !/^[a-z][a-z0-9-]*$/.test(name ?? '')) {
  process.stderr.write('usage: pnpm db new <name-in-kebab-case>\n');
  process.exit(1);
}
const folder = join(ROOT, 'apps/server/src/platform/db/migrations');
const stamp = Date.now();
const className = `${name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase())}${stamp}`;
const file = `${stamp}-${name}`;
writeFileSync(join(folder, `${file}.ts`), `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why the schema changes, in one line. */
export class ${className} implements MigrationInterface {
  name = '${className}';

  async up(db: QueryRunner): Promise<void> {
    await db.query(\`\`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
`, { flag: 'wx' });
const index = join(folder, 'index.ts');
const list = readFileSync(index, 'utf8');
writeFileSync(index, list
  .replace(/(\n\/\*\*)/, `import { ${className} } from './${file}.js';\n$1`)
  .replace(/\];\s*$/, `, ${className}];\n`));
process.stdout.write(`${join(folder, `${file}.ts`)}\n`);
