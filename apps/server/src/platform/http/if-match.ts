import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.js';

/** The version in `If-Match: "<version>"`: a strong tag in its quotes, nothing else. */
export function versionOf(header: string | undefined): number {
  if (header === undefined) throw new Refusal('request/version-required');
  const digits = /^"([1-9]\d{0,8})"$/.exec(header.trim())?.[1];
  if (digits === undefined) throw new Refusal('request/invalid', { fields: [{ path: 'If-Match', code: 'invalid_format' }] });
  return Number(digits);
}

/** The version the client saw, of a PATCH or DELETE: 428 without, 400 when it cannot be one. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => versionOf(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']));
