import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configurationText, FEATURES } from './lint-arrows.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

it('the configuration is the one that the order of the rooms gives', () => {
  expect(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8'), 'run: node infra/checks/lint-arrows.mjs').toBe(configurationText());
});

const SERVER = 'apps/server/src';
const CONST = 'export const x = 1;\n';

/** Each offence: where it is written, what is written, the rule that must bite. */
const OFFENCES: [file: string, code: string, rule: string][] = [
  ['packages/workflow/src/a.ts', `import '@tawama/contracts';`, 'no-restricted-imports'],
  ['packages/contracts/src/a.ts', `import '@tawama/domain';`, 'no-restricted-imports'],
  ['packages/domain/src/a.ts', `import '@tawama/messages';`, 'no-restricted-imports'],
  ['packages/messages/src/a.ts', `import '@tawama/domain';`, 'no-restricted-imports'],
  ['packages/domain/src/a.ts', `import '@tawama/testkit';`, 'no-restricted-imports'],
  ['packages/domain/src/b.ts', `import '@tawama/contracts/src/index.js';`, 'no-restricted-imports'],
  ['packages/domain/src/c.ts', `import '../../contracts/packages/x.js';`, 'no-restricted-imports'],
  ...['workflow', 'domain', 'contracts', 'messages'].flatMap((name): [string, string, string][] => [
    [`packages/${name}/src/node.ts`, `import 'node:fs';`, 'no-restricted-imports'],
    [`packages/${name}/src/nest.ts`, `import '@nestjs/common';`, 'no-restricted-imports'],
    [`packages/${name}/src/now.ts`, `export const at = () => new Date();`, 'house\\(ask-for-now\\)'],
  ]),
  ...['workflow', 'domain'].map((name): [string, string, string] => [`packages/${name}/src/chance.ts`, `export const roll = () => Math.random();`, 'house\\(chance\\)']),
  ...FEATURES.slice(1).map((later, place): [string, string, string] => [`${SERVER}/features/${FEATURES[place]}/up.ts`, `import '../${later}/x.js';`, 'no-restricted-imports']),
  [`${SERVER}/features/audit/far.store.ts`, `import '../backup/x.js';`, 'no-restricted-imports'],
  [`${SERVER}/features/plans/plan.service.ts`, `import type { EntityManager } from 'typeorm';\nexport type T = EntityManager;`, 'no-restricted-imports'],
  [`${SERVER}/features/plans/queue.ts`, `import 'bullmq';`, 'no-restricted-imports'],
  [`${SERVER}/features/plans/job.ts`, `import '../../jobs/handlers.js';`, 'no-restricted-imports'],
  [`${SERVER}/platform/mail/x.ts`, `import '../../features/plans/x.js';`, 'no-restricted-imports'],
  [`${SERVER}/platform/mail/y.ts`, `import 'ioredis';`, 'no-restricted-imports'],
  [`${SERVER}/platform/mail/z.ts`, `import 'typeorm';`, 'no-restricted-imports'],
  [`${SERVER}/platform/mail/env.ts`, `export const x = process.env['PORT'];`, 'no-process-env'],
  [`${SERVER}/platform/mail/now.ts`, `export const x = () => Date.now();`, 'house\\(ask-for-now\\)'],
  [`${SERVER}/features/plans/any.ts`, `export const x = (y: any) => String(y);`, 'no-explicit-any'],
  [`${SERVER}/features/plans/ignore.ts`, `// @ts-ignore\n${CONST}`, 'ban-ts-comment'],
  [`${SERVER}/features/plans/cast.ts`, `export const x = (y: string) => y as unknown as number;`, 'house\\(double-cast\\)'],
  [`${SERVER}/features/plans/circle.ts`, `import { forwardRef } from '@nestjs/common';\nexport const x = forwardRef;`, 'no-restricted-imports'],
  [`${SERVER}/features/plans/runner.ts`, `export const x = (d: { createQueryRunner(): void }) => d.createQueryRunner();`, 'house\\(query-runner\\)'],
  [`${SERVER}/features/plans/many.ts`, `export class X { constructor(readonly a: 1, readonly b: 1, readonly c: 1, readonly d: 1, readonly e: 1, readonly f: 1) {} }`, 'house\\(few-dependencies\\)'],
  [`${SERVER}/features/plans/one.ts`, `import { two } from './two.js';\nexport const one = () => two;`, 'no-cycle'],
  ['apps/admin/src/Side.tsx', `export const Side = () => <div style={{ marginLeft: 4 }} />;`, 'house\\(sides\\)'],
  ['apps/admin/src/Far.tsx', `import 'typeorm';`, 'no-restricted-imports'],
];

/** What the rules must let through. */
const ALLOWED: [file: string, code: string][] = [
  ['packages/domain/src/fine.ts', `import '@tawama/contracts';\nimport '@tawama/workflow';\nexport const at = (instant: string) => new Date(instant);`],
  [`${SERVER}/features/milestones/fine.ts`, `import '../plans/x.js';\nimport '../../platform/clock.js';`],
  [`${SERVER}/features/milestones/milestone.store.ts`, `import 'typeorm';`],
  [`${SERVER}/features/milestones/milestone.entity.ts`, `import 'typeorm';`],
  [`${SERVER}/platform/db/fine.ts`, `import 'typeorm';`],
  [`${SERVER}/platform/queue/fine.ts`, `import 'bullmq';\nimport 'ioredis';`],
  [`${SERVER}/platform/env.ts`, `export const x = process.env['PORT'];`],
  [`${SERVER}/platform/clock.ts`, `export const x = () => Date.now();`],
  [`${SERVER}/features/audit/fine.db.test.ts`, `import '../backup/x.js';\nimport '@tawama/testkit';\nexport const x = Date.now();`],
  ['apps/admin/src/Start.tsx', `export const Start = () => <div style={{ marginInlineStart: 4 }} />;`],
];

describe('the arrows of the house', () => {
  let folder: string;
  let complaints: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tawama-lint-'));
    writeFileSync(join(folder, '.oxlintrc.json'), configurationText());
    cpSync(join(ROOT, 'infra/checks/house-rules.mjs'), join(folder, 'infra/checks/house-rules.mjs'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const [file, code] of [...OFFENCES, ...ALLOWED, [`${SERVER}/features/plans/two.ts`, `import { one } from './one.js';\nexport const two = () => one;`] as const]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${code}\n`);
    }
    complaints = spawnSync(join(ROOT, 'node_modules/.bin/oxlint'), ['-c', '.oxlintrc.json', '-f', 'unix', '.'], { cwd: folder, encoding: 'utf8' }).stdout;
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const about = (file: string) => complaints.split('\n').filter((line) => line.includes(`${file}:`));

  it.each(OFFENCES)('%s: %s', (file, _code, rule) => {
    expect(about(file).join('\n')).toMatch(new RegExp(rule));
  });

  it.each(ALLOWED)('%s may: %s', (file) => {
    expect(about(file)).toEqual([]);
  });
});
