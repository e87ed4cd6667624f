import { Injectable } from '@nestjs/common';
import { FILE_ROUTES, type RoutePolicy } from '@tawama/contracts';
import type { FastifyRequest } from 'fastify';
import { Env } from '../env.js';
import { Refusal } from './refusal.js';
import { policyOf } from './route-table.js';
import { Sessions, sessionToken } from './sessions.js';
import type { Viewer } from './viewer.js';

export type Visit = FastifyRequest & { viewer?: Viewer };

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);
const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'] as const;

/** Decides for every request of every route, plugins' included, whether it may come in. What nobody declared is refused. */
@Injectable()
export class Door {
  constructor(private readonly env: Env, private readonly sessions: Sessions) {}

  /** @throws Refusal; on success `request.viewer` is whoever is signed in */
  async admit(request: Visit): Promise<void> {
    if (this.env.demo === 'true') refuseForwarded(request);
    // What no route serves ends as 404 (or 405) by itself.
    if (request.is404) return;
    if (!HARMLESS.has(request.method)) this.refuseForged(request);
    const policy = policyOf(request.method, request.routeOptions.url ?? '');
    if (policy === undefined) throw new Refusal('access/denied');
    if (policy === 'demo' && this.env.demo === 'false') throw new Refusal('request/not-found');
    const token = sessionToken(request.headers.cookie);
    const viewer = token === undefined ? null : await this.sessions.viewerOf(token);
    if (viewer !== null) request.viewer = viewer;
    refuseStranger(policy, viewer);
  }

  /** Another site's page cannot read our pages, but it can make a browser send: such a request shows by its origin, its missing header, its content type. */
  private refuseForged(request: FastifyRequest): void {
    const { origin, host } = request.headers;
    if (origin !== undefined && !this.isOurs(origin, host)) throw new Refusal('request/foreign-origin');
    if (request.headers['sec-fetch-site'] === 'cross-site') throw new Refusal('request/foreign-origin');
    if (!(request.routeOptions.url ?? '').startsWith('/api')) return;
    if (request.headers['x-tawama'] !== '1') throw new Refusal('request/missing-header');
    const type = request.headers['content-type'];
    // Neither can another site's form send a file in this way: the browser asks before it sends this type.
    const isFile = FILE_ROUTES.has(`${request.method} ${request.routeOptions.url ?? ''}`) && /^application\/octet-stream\s*$/i.test(type ?? '');
    if (type !== undefined && !isFile && !/^application\/json\s*(;|$)/i.test(type)) throw new Refusal('request/unsupported-media-type');
  }

  private isOurs(origin: string, host: string | undefined): boolean {
    if (!URL.canParse(origin)) return false;
    return new URL(origin).host === host?.toLowerCase() || origin === new URL(this.env.publicUrl).origin;
  }
}

function refuseStranger(policy: RoutePolicy, viewer: Viewer | null): void {
  if (policy === 'public') return;
  if (viewer === null) throw new Refusal('auth/required');
  if (policy === 'signedIn' || policy === 'demo') return;
  if (!viewer.permissions.has(policy)) throw new Refusal('access/denied');
}

/** Known passwords must not be offered to a network behind this machine's back. */
function refuseForwarded(request: FastifyRequest): void {
  if (FORWARDING.some((header) => request.headers[header] !== undefined)) throw new Refusal('request/forwarded-in-demo');
}
