import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium as chromiumHere } from '@tawama/testkit';
import { chromium, type Page } from 'playwright-core';

const PACKAGES: Readonly<Record<string, string>> = { '@tawama/domain': 'domain', '@tawama/workflow': 'workflow', '@tawama/contracts': 'contracts', zod: 'zod' };

/** A page of a real Chromium that can import the rules as they were built, and nothing of the server. */
export interface RulesPage { page: Page; close(): Promise<void> }

/** @returns undefined where the machine has no Chromium */
export async function openRulesPage(): Promise<RulesPage | undefined> {
  const executablePath = chromiumHere();
  if (executablePath === undefined) return undefined;
  const folders = new Map(Object.entries(PACKAGES).map(([name, place]) => [place, dirname(fileURLToPath(import.meta.resolve(name)))]));
  const imports = Object.fromEntries(Object.entries(PACKAGES).map(([name, place]) => [name, `/${place}/index.js`]));
  const server = createServer((request, response) => {
    // Alone with itself, a page is given a clock of microseconds.
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin').setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    const [, place = '', ...path] = (request.url ?? '/').split('/');
    const folder = folders.get(place);
    if (folder === undefined) { response.setHeader('Content-Type', 'text/html').end(`<!doctype html><script type="importmap">${JSON.stringify({ imports })}</script>`); return; }
    readFile(join(folder, normalize(`/${path.join('/')}`))).then((file) => response.setHeader('Content-Type', 'text/javascript').end(file), () => response.writeHead(404).end());
  });
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return { page, async close() { await browser.close(); await new Promise((closed) => { server.close(closed); }); } };
}
