// Writes .oxlintrc.json from the order of the rooms (docs/ARCHITECTURE.md): in oxlint an override replaces the options of an
// earlier one, so each room gets its whole list, and nobody keeps seventeen lists in step by hand.
//   node infra/checks/lint-arrows.mjs
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Each package and the packages of ours it may use. */
const PACKAGES = { workflow: [], contracts: ['workflow'], domain: ['contracts', 'workflow'], messages: ['contracts'], testkit: ['contracts'] };

/** Each feature may import only those before it. */
export const FEATURES = ['audit', 'incidents', 'mails', 'deliveries', 'sending', 'access', 'reminders', 'sweeps', 'forecast', 'operations', 'cities', 'vitality', 'people', 'holidays', 'calendars', 'templates', 'contacts', 'notes', 'plans', 'agreements', 'migration', 'simulation', 'dormancy', 'evidence', 'milestones', 'legal', 'projects', 'articles', 'handover', 'night', 'reports', 'demo', 'backup'];

const PURE = ['workflow', 'domain'];
const NO_MACHINE = ['workflow', 'domain', 'contracts', 'messages'];

const forbid = (regex, message, more = {}) => ({ regex, message, ...more });
const within = (names) => names.join('|');

const MACHINERY = forbid('^(@nestjs/|typeorm|bullmq|ioredis|pg$|pg-|fastify|@fastify/|nodemailer|pino)', 'Machinery belongs to apps/server/src/platform.');
const NODE = forbid('^(node:|fs$|path$|crypto$|os$)', 'This code also runs in the browser.');
const TYPEORM = forbid('^(typeorm|@nestjs/typeorm)', 'Only *.store.ts, *.entity.ts and platform/db speak to TypeORM; the type of a transaction is `Tx` of platform/db/database.js.');
const BULLMQ = forbid('^(bullmq|ioredis|@nestjs/bullmq|@bull-board/)', 'Only platform/queue knows what the queue stands on.');
const TESTKIT = forbid('^@tawama/testkit', 'The test kit is for tests.');
const INSIDE = forbid('^@tawama/[^/]+/(src|dist)(/|$)', 'Import a package by what it exports, not its insides.');
const OTHER_ROOM = forbid('(^|/)(apps|packages)/', 'Import a package by its name.');
const FEATURE = forbid('/features/', 'Platform holds no business word; features use it, not the other way.');
const JOBS = forbid('/jobs/', 'Jobs call features, never the other way.');

const EVERYWHERE = [INSIDE, OTHER_ROOM, TESTKIT];
const imports = (files, patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { paths: [FORWARD_REF], patterns }] } });
const FORWARD_REF = { name: '@nestjs/common', importNames: ['forwardRef'], message: 'A circle between modules: draw the rooms anew.' };

function packageRooms() {
  return Object.entries(PACKAGES).map(([name, uses]) => {
    const others = [...Object.keys(PACKAGES), 'server', 'admin'].filter((other) => other !== name && !uses.includes(other));
    const patterns = [INSIDE, OTHER_ROOM, forbid(`^@tawama/(${within(others)})$`, `packages/${name} may use ${uses.length > 0 ? uses.join(', ') : 'no other package of ours'}.`)];
    if (name !== 'testkit') patterns.push(MACHINERY);
    if (NO_MACHINE.includes(name)) patterns.push(NODE);
    return imports([`packages/${name}/src/**/*.{ts,tsx}`], patterns);
  });
}

function serverRooms() {
  const server = 'apps/server/src';
  const features = FEATURES.flatMap((name, place) => {
    const later = FEATURES.slice(place + 1);
    const patterns = [...EVERYWHERE, BULLMQ, JOBS];
    if (later.length > 0) patterns.push(forbid(`^\\.\\./(\\.\\./features/)?(${within(later)})(/|$)`, `${name} comes before: it may import only ${FEATURES.slice(0, place).join(', ') || 'the platform'}.`));
    return [
      imports([`${server}/features/${name}/**/*.ts`], [...patterns, TYPEORM]),
      imports([`${server}/features/${name}/**/*.{store,entity}.ts`], patterns),
    ];
  });
  return [
    imports([`${server}/*.ts`, `${server}/jobs/**/*.ts`], [...EVERYWHERE, TYPEORM, BULLMQ]),
    ...features,
    imports([`${server}/platform/**/*.ts`], [...EVERYWHERE, FEATURE, JOBS, TYPEORM, BULLMQ]),
    imports([`${server}/platform/**/*.{store,entity}.ts`], [...EVERYWHERE, FEATURE, JOBS, BULLMQ]),
    imports([`${server}/platform/db/**/*.ts`], [...EVERYWHERE, FEATURE, JOBS, BULLMQ]),
    imports([`${server}/platform/queue/**/*.ts`], [...EVERYWHERE, FEATURE, JOBS, TYPEORM]),
  ];
}

/** The whole configuration as it stands in .oxlintrc.json. */
export function configuration() {
  return {
    $schema: './node_modules/oxlint/configuration_schema.json',
    plugins: ['typescript', 'unicorn', 'oxc', 'import', 'node', 'react', 'promise'],
    jsPlugins: ['./infra/checks/house-rules.mjs'],
    categories: { correctness: 'error' },
    ignorePatterns: ['**/dist/**', '**/node_modules/**', '**/*.d.ts', '.setup/**', '.data/**'],
    rules: {
      'import/no-cycle': 'error',
      'typescript/no-explicit-any': 'error',
      'typescript/ban-ts-comment': 'error',
      // Refusing control characters takes naming them.
      'no-control-regex': 'off',
      'react/immutability': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'react/react-in-jsx-scope': 'off',
      'typescript/consistent-type-imports': 'off',
      'house/double-cast': 'error',
      'house/few-dependencies': 'error',
    },
    overrides: [
      { files: ['{packages,apps}/*/src/**/*.{ts,tsx}'], rules: { 'house/ask-for-now': 'error', 'node/no-process-env': 'error', 'house/query-runner': 'error' } },
      ...packageRooms(),
      { files: PURE.map((name) => `packages/${name}/src/**/*.ts`), rules: { 'house/chance': 'error' } },
      ...serverRooms(),
      imports(['apps/admin/src/**/*.{ts,tsx}'], [...EVERYWHERE, MACHINERY, NODE]),
      { files: ['apps/admin/src/**/*.tsx'], rules: { 'house/sides': 'error' } },
      { files: ['apps/server/src/platform/env.ts'], rules: { 'node/no-process-env': 'off' } },
      { files: ['apps/server/src/platform/clock.ts'], rules: { 'house/ask-for-now': 'off' } },
      { files: ['apps/server/src/platform/db/**/*.ts'], rules: { 'house/query-runner': 'off' } },
      {
        files: ['**/*.test.{ts,tsx}', 'apps/server/test/**/*.ts', 'packages/testkit/src/**/*.ts'],
        rules: { 'no-restricted-imports': 'off', 'house/ask-for-now': 'off', 'node/no-process-env': 'off', 'house/chance': 'off', 'house/query-runner': 'off' },
      },
    ],
  };
}

export const configurationText = () => `${JSON.stringify(configuration(), null, 2)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../../.oxlintrc.json', import.meta.url), configurationText());
}
