import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Log } from '../log.js';

/** Where `pnpm build` puts the dashboard; the same from sources and from dist. */
const FOLDER = fileURLToPath(new URL('../../../../admin/dist', import.meta.url));

/** Addresses that are never a screen of the dashboard: unknown below them means unknown. */
const NOT_SCREENS = /^(api|act|u|calendar(?=\/)|public|admin\/queues|healthz|readyz|metrics|assets)(\/|$)/;

/** Names under assets/ hold a hash of their content, everything else may change with the next version. */
const FOR_EVER = { maxAge: '365d', immutable: true } as const;
const ASK_AGAIN = { maxAge: 0 } as const;

/** Serves the built dashboard; an address that is no file is one of its screens. Call after the door is open, so that it guards these too. Without a dashboard the API answers alone, and the log says so. */
export async function serveDashboard(app: NestFastifyApplication, log: Log, folder = FOLDER): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    log.error({ folder }, 'there is no dashboard in this folder: people will see an empty address; build it, or bring it along with the program');
    return;
  }
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, index: false });
  fastify.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const path = request.params['*'];
    const isFile = path.startsWith('assets/') || /\.[a-z0-9]+$/i.test(path);
    if (!isFile && NOT_SCREENS.test(path)) return reply.callNotFound();
    void reply.header('vary', 'Accept-Encoding');
    if (!isFile) return reply.sendFile('index.html', ASK_AGAIN);
    return reply.sendFile(path, path.startsWith('assets/') ? FOR_EVER : ASK_AGAIN);
  });
}
