#!/usr/bin/env node
// Weighs the JavaScript that a browser must fetch before the first picture of each page, gzipped, from the build's manifest.
// Prints a table; ends with 1 when a budget is broken. Usage: node infra/checks/bundle-budget.mjs [dist folder]
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** KB of 1,000 bytes, gzipped. */
export const BUDGETS = { signIn: 80, shell: 180, firstList: 280, furtherScreen: 80 };
const ENTRY = 'index.html';
const SHELL = 'src/start-dashboard.tsx';
const FIRST_LIST = 'src/agreements/AgreementList.tsx';
/** What the heaviest language adds before the dashboard's first picture. */
const TEXTS = [/ra-arabic\.ts$/, /screens\/ar\/first\.ts$/];

/**
 * @param {Record<string, {file: string, imports?: string[], isDynamicEntry?: boolean, src?: string}>} manifest
 * @param {(file: string) => number} weigh gzipped bytes of a file
 */
export function weighPages(manifest, weigh) {
  const filesOf = (keys, known = new Set()) => {
    for (const key of keys) {
      const chunk = manifest[key];
      if (!chunk || known.has(chunk.file)) continue;
      known.add(chunk.file);
      filesOf(chunk.imports ?? [], known);
    }
    return known;
  };
  const kilobytes = (files) => [...files].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + weigh(file), 0) / 1000;
  const texts = Object.keys(manifest).filter((key) => TEXTS.some((pattern) => pattern.test(key)));
  const signIn = filesOf([ENTRY]);
  const shell = filesOf([ENTRY, SHELL, ...texts]);
  const firstList = filesOf([ENTRY, SHELL, ...texts, FIRST_LIST]);
  const rows = [
    { page: 'sign-in', kb: kilobytes(signIn), budget: BUDGETS.signIn },
    { page: 'shell', kb: kilobytes(shell), budget: BUDGETS.shell },
    { page: 'first list', kb: kilobytes(firstList), budget: BUDGETS.firstList },
  ];
  const screens = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry && /^src\/.*\.tsx$/.test(key) && ![SHELL, FIRST_LIST].includes(key));
  for (const key of screens.sort()) {
    const added = [...filesOf([key])].filter((file) => !firstList.has(file));
    rows.push({ page: `+ ${key.replace(/^src\//, '')}`, kb: kilobytes(added), budget: BUDGETS.furtherScreen });
  }
  return rows;
}

export const table = (rows) => rows.map(({ page, kb, budget }) => `${page.padEnd(44)} ${kb.toFixed(1).padStart(7)} KB of ${String(budget).padStart(3)}${kb > budget ? '  TOO HEAVY' : ''}`).join('\n');

export function weighFolder(dist) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const weights = new Map();
  return weighPages(manifest, (file) => {
    if (!weights.has(file)) weights.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
    return weights.get(file);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
  const rows = weighFolder(resolve(process.argv[2] ?? join(root, 'apps/admin/dist')));
  console.log(table(rows));
  process.exitCode = rows.some(({ kb, budget }) => kb > budget) ? 1 : 0;
}
