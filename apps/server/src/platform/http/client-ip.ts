import type { FastifyRequest } from 'fastify';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** The address to count failed sign-ins by: the caller's, or what a proxy on this machine says it is. */
export function clientIp(request: FastifyRequest): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  if (!LOOPBACK.has(direct)) return direct;
  // The last address is the one our own proxy wrote; those before it are the caller's word.
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',').at(-1)?.trim();
  return forwarded ? forwarded.slice(0, 64) : direct;
}
