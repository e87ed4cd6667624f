import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { getQueueToken } from '@nestjs/bullmq';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Queue } from 'bullmq';
import { problemOf, refusalOf } from '../http/problem.js';
import { QUEUE_NAME } from './backend.js';

const ADDRESS = '/admin/queues';

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
  await app.getHttpAdapter().getInstance().register(board.registerPlugin(), { prefix: ADDRESS });
}
