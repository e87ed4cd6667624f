import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { canonical } from './canonical.js';
import type { Visit } from './door.js';
import { IdempotencyStore, type KeyUse } from './idempotency.store.js';
import { Refusal } from './refusal.js';

const PATIENCE_MS = 5_000;
const STEP_MS = 50;

/**
 * `Idempotency-Key` on a POST: the work is done once, and whoever asks again with the same body gets the stored answer. A refused
 * or failed request stores nothing and may be tried again with the same key. When a process dies in the middle, nobody can know
 * whether the work was saved: the key then answers `idempotency/in-progress` until it is forgotten, rather than doing it twice.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly store: IdempotencyStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Visit>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || !request.viewer) return next.handle();
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw new Refusal('request/invalid', { fields: [{ path: 'Idempotency-Key', code: 'invalid_format' }] });
    const use: KeyUse = { route: `POST ${request.routeOptions.url}`, accountId: request.viewer.accountId, key };
    return from(this.once(use, hashOf(request), http.getResponse<FastifyReply>(), next));
  }

  private async once(use: KeyUse, requestHash: Buffer, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    for (let waited = 0; waited <= PATIENCE_MS; waited += STEP_MS) {
      if (await this.store.take(use, requestHash)) return this.execute(use, reply, next);
      const stored = await this.store.find(use);
      if (stored && !stored.requestHash.equals(requestHash)) throw new Refusal('idempotency/other-body');
      if (stored && stored.status !== null) {
        void reply.status(stored.status).header('idempotent-replay', 'true');
        if (stored.response === null) return undefined;
        void reply.header('content-type', 'application/json; charset=utf-8');
        return stored.response;
      }
      await pause(STEP_MS);
    }
    throw new Refusal('idempotency/in-progress', { retryAfterSeconds: 5 });
  }

  private async execute(use: KeyUse, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    let answer: unknown;
    try {
      answer = await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (error) {
      await this.store.release(use);
      throw error;
    }
    await this.store.keep(use, reply.statusCode, answer === undefined ? null : JSON.stringify(answer));
    return answer;
  }
}

const hashOf = (request: Visit): Buffer => createHash('sha256').update(request.url).update('\n').update(canonical(request.body ?? null)).digest();
