// Plays the recorded histories of packages/domain/src/plans/histories by the rules as they are now and writes down what they come to.
//   node infra/checks/record-histories.mjs [name …]     those without an outcome yet, or those of these names
// A history that was released is recorded anew only together with a decision that says why running agreements come out otherwise.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

const folder = new URL('../../packages/domain/src/plans/histories/', import.meta.url);
const conditions = ['source', 'module', 'node', 'development|production'];
const vite = await createViteServer({ configFile: false, root: fileURLToPath(new URL('../..', import.meta.url)), appType: 'custom', logLevel: 'error', server: { middlewareMode: true, hmr: false, ws: false, watch: null }, resolve: { conditions }, ssr: { resolve: { conditions } } });
try {
  const { lines, replay } = await vite.ssrLoadModule(fileURLToPath(new URL('replay.ts', folder)));
  const wanted = new Set(process.argv.slice(2));
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const history = JSON.parse(text);
    if (wanted.size > 0 ? !wanted.has(name.replace(/\.json$/, '')) : history.plan.length > 0) continue;
    const told = lines(replay(history), history).map((line) => `    ${JSON.stringify(line)}`).join(',\n');
    // Everything before the outcome stays as its author wrote it.
    writeFileSync(new URL(name, folder), `${text.slice(0, text.lastIndexOf('"plan":'))}"plan": [\n${told}\n  ]\n}\n`);
    process.stdout.write(`recorded ${name}\n`);
  }
} finally {
  await vite.close();
}
