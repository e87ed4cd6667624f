import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const HEALTH = new Set(['/healthz', '/readyz', '/metrics']);

/** A worker tells how it is and nothing else. */
export function onlyHealth(app: NestFastifyApplication): void {
  app.getHttpAdapter().getInstance().addHook('onRequest', (request, reply, done) => {
    if (HEALTH.has(request.routeOptions.url ?? '')) done();
    else void reply.status(404).send({ status: 404, title: 'This process is a worker; ask the api' });
  });
}
