import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../log.js';
import { serveDashboard } from './dashboard.js';

@Module({})
class Nothing {}

let folder: string;
let app: NestFastifyApplication;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tawama-dashboard-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Tawama</title>');
  writeFileSync(join(folder, 'assets/app-1a2b.js'), 'export const size = 1;');
  writeFileSync(join(folder, 'assets/app-1a2b.js.gz'), gzipSync('export const size = 1;'));
  app = await NestFactory.create<NestFastifyApplication>(Nothing, new FastifyAdapter(), { logger: false });
  await serveDashboard(app, createLog('silent'), folder);
  await app.init();
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each(['/', '/agreements', '/agreements/0192/show', '/cities?page=2'])('%s is a screen', async (url) => {
  const answer = await app.inject({ url });
  expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'public, max-age=0']);
});

it('what has a hash in its name is kept for ever, and sent small', async () => {
  const answer = await app.inject({ url: '/assets/app-1a2b.js', headers: { 'accept-encoding': 'gzip' } });
  expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'public, max-age=31536000, immutable', vary: 'Accept-Encoding' });
  expect(answer.headers['content-type']).toMatch(/javascript/);
});

it.each(['/api/unknown', '/assets/gone.js', '/favicon.gone', '/public/xx', '/u/token', '/../../package.json', '/..%2f..%2fpackage.json'])('%s is not there', async (url) => {
  expect((await app.inject({ url })).statusCode).toBeGreaterThanOrEqual(400);
});

it('is missed loudly', async () => {
  const log = createLog('silent');
  const said: unknown[] = [];
  log.error = (...words: unknown[]) => { said.push(words); };
  const other = await NestFactory.create<NestFastifyApplication>(Nothing, new FastifyAdapter(), { logger: false });
  await serveDashboard(other, log, join(folder, 'assets'));
  expect(said).toEqual([[{ folder: join(folder, 'assets') }, expect.stringContaining('there is no dashboard')]]);
  await other.close();
});
