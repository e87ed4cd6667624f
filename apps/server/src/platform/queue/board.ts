import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { getQueueToken } from '@nestjs/bullmq';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Queue } from 'bullmq';
import { problemOf, refusalOf } from '../http/problem.js';
import { POLICY_WITH_BASE } from '../http/security-headers.js';
import { QUEUE_NAME } from './backend.js';

const ADDRESS = '/admin/queues';
/** The board's page asks another company for a font; nothing of ours leaves the machine, not even that. */
const FOREIGN_LINK = /<link\b[^>]*\bhref="https?:[^>]*>/g;

interface Answering { setErrorHandler(answer: (error: Error) => { status?: number; body: string | Record<string, unknown> }): unknown }

/** Shows the queue to whoever may manage jobs; the door guards it by its address. To look only: rows are the truth, not jobs. */
export async function serveQueueBoard(app: NestFastifyApplication): Promise<void> {
  const board = new FastifyAdapter().setBasePath(ADDRESS);
  createBullBoard({
    queues: [new BullMQAdapter(app.get<Queue>(getQueueToken(QUEUE_NAME)), { readOnlyMode: true })],
    serverAdapter: board,
    options: { uiConfig: { boardTitle: 'Tawama', hideRedisDetails: true } },
  });
  // The board's own handler would call a refusal at the door a failure of the server; its types know fewer statuses than it can send.
  const answering: Answering = board;
  answering.setErrorHandler((error) => {
    const refusal = refusalOf(error);
    return { status: refusal.status, body: { ...problemOf(refusal, 'en') } };
  });
  await app.getHttpAdapter().getInstance().register(async (around) => {
    around.addHook('onSend', async (_request, reply, payload) => {
      void reply.header('content-security-policy', POLICY_WITH_BASE);
      return typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html') ? payload.replace(FOREIGN_LINK, '') : payload;
    });
    await around.register(board.registerPlugin(), { prefix: ADDRESS });
  });
}
