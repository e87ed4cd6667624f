import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG, type Log } from '../log.js';
import { preferredLanguage } from './languages.js';
import { PROBLEM_TYPE, problemOf, refusalOf } from './problem.js';
import { allowedMethods } from './route-table.js';
import { Refusal } from './refusal.js';
import type { Viewer } from './viewer.js';

/** Every refusal and every failure leaves the program here, as problem+json; what nobody foresaw is logged with the request's id and tells the client nothing of its cause. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest & { viewer?: Viewer }>(), http.getResponse<FastifyReply>());
  }

  /** The same, for what fails before Nest has the request. */
  answer(error: unknown, request: FastifyRequest & { viewer?: Viewer }, reply: FastifyReply): void {
    const refusal = refusalOf(error);
    if (reply.sent) return;
    if (refusal.status >= 500) this.log[refusal.code === 'service/unexpected' ? 'error' : 'warn']({ err: error, requestId: request.id, method: request.method, route: request.routeOptions?.url }, refusal.code);
    const known = refusal.code === 'request/not-found' ? allowedMethods(request.url) : [];
    const answered = known.length > 0 && !known.includes(request.method) ? new Refusal('request/method-not-allowed') : refusal;
    if (answered !== refusal) void reply.header('allow', known.join(', '));
    if (refusal.detail.retryAfterSeconds !== undefined) void reply.header('retry-after', String(refusal.detail.retryAfterSeconds));
    const language = preferredLanguage(request.headers['accept-language'], request.viewer?.language);
    void reply.status(answered.status).headers({ 'content-type': PROBLEM_TYPE, 'content-language': language, 'cache-control': 'no-store', vary: 'accept-language' }).send(problemOf(answered, language));
  }
}
