import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { FEATURES } from './app.module.js';
import { HealthModule } from './platform/http/health/health.module.js';
import { openApiDocument } from './platform/http/openapi.js';

/** Where the committed document lies; a test compares. */
export const OPENAPI_FILE = fileURLToPath(new URL('../openapi.json', import.meta.url));

/** The document as text, without a database: the controllers are looked at, nothing is injected into them and none is made. */
export async function describeApi(): Promise<string> {
  const controllers = [...new Set([HealthModule, ...FEATURES].flatMap(controllersOf))];
  for (const controller of controllers) for (const key of ['design:paramtypes', 'self:paramtypes']) Reflect.defineMetadata(key, [], controller);
  class Controllers {}
  Module({ controllers })(Controllers);
  const app = await NestFactory.create<NestFastifyApplication>(Controllers, new FastifyAdapter(), { preview: true, logger: false, abortOnError: false });
  const text = `${JSON.stringify(openApiDocument(app), null, 1)}\n`;
  await app.close();
  return text;
}

const controllersOf = (module: Type): Type[] => {
  const imports: Type[] = Reflect.getMetadata('imports', module) ?? [];
  const own: Type[] = Reflect.getMetadata('controllers', module) ?? [];
  return [...imports.filter((inner) => typeof inner === 'function').flatMap(controllersOf), ...own];
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(OPENAPI_FILE, await describeApi());
