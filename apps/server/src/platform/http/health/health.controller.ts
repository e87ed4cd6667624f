import { Controller, ForbiddenException, Get, Header, Req, Res } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Env } from '../../env.js';
import { VERSION } from '../../version.js';
import { HealthChecks } from './health-checks.js';
import { Metrics } from './metrics.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

@Controller()
export class HealthController {
  constructor(private readonly env: Env, private readonly checks: HealthChecks, private readonly metrics: Metrics) {}

  /** The process answers; says nothing about what it depends on. */
  @Get('healthz')
  healthz(): { status: 'ok' } { return { status: 'ok' }; }

  /** 503 when the database, the clock or the zone data fails; a queue or mail that fails is 200 `degraded`. */
  @Get('readyz')
  async readyz(@Res({ passthrough: true }) reply: FastifyReply) {
    const { status, checks } = await this.checks.ask();
    reply.header('cache-control', 'no-store').status(status === 'down' ? 503 : 200);
    return { status, version: VERSION, checks: Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, Object.keys(check).length > 1 ? check : check.status])) };
  }

  /** Prometheus text, for this machine or whoever has METRICS_TOKEN. */
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async figures(@Req() request: FastifyRequest): Promise<string> {
    const direct = LOOPBACK.has(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined && request.headers['forwarded'] === undefined;
    if (!direct && !this.holdsToken(request.headers.authorization)) throw new ForbiddenException();
    return this.metrics.registry.metrics();
  }

  private holdsToken(header: string | undefined): boolean {
    const { metricsToken } = this.env;
    if (metricsToken === undefined || header === undefined) return false;
    const hash = (text: string) => createHash('sha256').update(text).digest();
    return timingSafeEqual(hash(header), hash(`Bearer ${metricsToken}`));
  }
}
