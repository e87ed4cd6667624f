import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Env } from '../env.js';
import { Door } from './door.js';
import { Metrics } from './health/metrics.js';
import { preferredLanguage } from './languages.js';
import { refuseNasty } from './nasty.js';
import { PROBLEM_TYPE, problemOf, refusalOf } from './problem.js';
import { differences } from './route-table.js';
import { securityHeaders } from './security-headers.js';

/** How Fastify is built: 1 MB of JSON at most, an id for every request, and an answer of ours where it refuses before any hook runs. */
export const HTTP_OPTIONS = {
  trustProxy: false,
  bodyLimit: 1_048_576,
  genReqId: () => randomUUID(),
  requestIdHeader: false,
  routerOptions: { maxParamLength: 400 },
  frameworkErrors: refuseUnroutable,
} as const satisfies FastifyServerOptions;

function refuseUnroutable(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const language = preferredLanguage(request.headers['accept-language']);
  const refusal = refusalOf(error);
  void reply.status(refusal.status).headers({ ...securityHeaders(false), 'content-type': PROBLEM_TYPE, 'content-language': language }).send(problemOf(refusal, language));
}

/** Puts the door before every route that is registered from now on, and compares the routes with the table when all are there. */
export function openDoor(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const door = app.get(Door);
  const { httpSeconds } = app.get(Metrics);
  const { publicUrl, role } = app.get(Env);
  const headers = securityHeaders(publicUrl.startsWith('https:'));
  const registered = new Set<string>();

  fastify.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) if (method !== 'HEAD') registered.add(`${method} ${route.url}`);
  });
  fastify.addHook('onReady', () => {
    const { undeclared, unserved } = differences(registered);
    if (undeclared.length > 0) throw new Error(`routes without a policy in ROUTES: ${undeclared.join(', ')}`);
    // A worker answers for its health only; what it lacks, the api has.
    if (unserved.length > 0 && role !== 'worker') throw new Error(`policies in ROUTES without a route: ${unserved.join(', ')}`);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers).header('x-request-id', request.id);
    // What a person may see is nobody else's: no cache between keeps it.
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store');
    await door.admit(request);
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    try {
      for (const part of [request.params, request.query, request.body]) refuseNasty(part);
      done();
    } catch (refusal) {
      done(refusal instanceof Error ? refusal : new Error(String(refusal)));
    }
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    httpSeconds.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status_class: `${Math.floor(reply.statusCode / 100)}xx` }, reply.elapsedTime / 1000);
    done();
  });
}
