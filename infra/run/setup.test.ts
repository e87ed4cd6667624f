import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { buildInputs, ROOT } from './setup.mjs';

it('builds again only for what somebody wrote, never for what the build itself left', () => {
  const inputs = buildInputs();
  const ignored = spawnSync('git', ['check-ignore', '--stdin'], { cwd: ROOT, input: inputs.join('\n'), encoding: 'utf8' });
  // 1: none of them is ignored; 128 would mean that there was nobody to ask.
  expect([ignored.status, ignored.stdout]).toEqual([1, '']);
  expect(inputs).toEqual(expect.arrayContaining(['apps/server/src/main.ts', 'packages/messages/src/index.ts', 'pnpm-lock.yaml']));
});
