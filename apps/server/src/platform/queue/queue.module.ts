import { BullModule, BullRegistrar, getQueueToken } from '@nestjs/bullmq';
import { Global, Inject, Module, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Env } from '../env.js';
import { HealthChecks } from '../http/health/health-checks.js';
import { Lifecycle } from '../lifecycle.js';
import { LOG, type Log } from '../log.js';
import { QUEUE_NAME, reportErrors, type QueueBackend, type WorkBullQueue } from './backend.js';
import { JobTimers } from './job-timers.js';
import { WorkProcessor } from './work-processor.js';
import { WorkQueue } from './work-queue.js';

/** The queue `work` and, unless this process is an api, the one worker on it. */
@Global()
@Module({})
export class QueueModule implements OnApplicationBootstrap {
  constructor(
    private readonly env: Env,
    private readonly lifecycle: Lifecycle,
    private readonly modules: ModuleRef,
    @Inject(LOG) private readonly log: Log,
  ) {}

  static on(backend: QueueBackend, role: Env['role']): DynamicModule {
    // @nestjs/bullmq makes the instances; the classes bring their connections, to PostgreSQL or to Redis, with them.
    BullModule.queueClass = backend.queueClass;
    BullModule.workerClass = backend.workerClass;
    return {
      module: QueueModule,
      imports: [BullModule.forRoot({ connection: {}, extraOptions: { manualRegistration: true } }), BullModule.registerQueue({ name: QUEUE_NAME })],
      providers: [
        JobTimers,
        ...(role === 'api' ? [] : [WorkProcessor]),
        {
          provide: WorkQueue,
          inject: [getQueueToken(QUEUE_NAME), LOG, HealthChecks],
          useFactory: (queue: WorkBullQueue, log: Log, checks: HealthChecks) => {
            checks.register('queue', async () => { await backend.ping(); return { status: 'ok' }; });
            return new WorkQueue(queue, log);
          },
        },
      ],
      exports: [WorkQueue, JobTimers],
    };
  }

  onApplicationBootstrap(): void {
    if (this.env.role === 'api') return;
    // Not before everything a handler uses is there.
    this.modules.get(BullRegistrar, { strict: false }).register();
    const processor = this.modules.get(WorkProcessor);
    reportErrors(processor.worker, 'worker', this.log);
    this.lifecycle.onStop('timers', 'handlers take no more', () => processor.stop());
    this.lifecycle.onStop('workers', 'worker', () => processor.worker.close());
  }
}
