import { Global, Inject, Module, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { Env } from '../env.js';
import { HealthChecks } from '../http/health/health-checks.js';
import { Lifecycle } from '../lifecycle.js';
import { LOG, type Log } from '../log.js';
import { reportErrors, type QueueBackend } from './backend.js';
import { JOB_HANDLERS, type JobHandlers } from './job-handlers.js';
import { WorkProcessor } from './work-processor.js';
import { WorkQueue } from './work-queue.js';

/** The queue `work` and, unless this process is an api, the one worker on it. */
@Global()
@Module({})
export class QueueModule implements OnApplicationBootstrap {
  constructor(
    private readonly env: Env,
    private readonly lifecycle: Lifecycle,
    private readonly work: WorkQueue,
    @Inject(LOG) private readonly log: Log,
    @Inject(JOB_HANDLERS) private readonly handlers: JobHandlers,
  ) {}

  static on(backend: QueueBackend): DynamicModule {
    return {
      module: QueueModule,
      providers: [{
        provide: WorkQueue,
        inject: [LOG, HealthChecks],
        useFactory: (log: Log, checks: HealthChecks) => {
          const work = new WorkQueue(backend, log);
          checks.register('queue', async () => { await work.backend.ping(); return { status: 'ok' }; });
          return work;
        },
      }],
      exports: [WorkQueue],
    };
  }

  onApplicationBootstrap(): void {
    const { backend, queue } = this.work;
    // Never in a Nest hook: a pool ended there hung for minutes.
    this.lifecycle.onStop('workers', 'queue', () => queue.close());
    if (this.env.role === 'api') return;
    const processor = new WorkProcessor(this.handlers, this.log);
    const worker = backend.createWorker(processor.process);
    reportErrors(worker, 'worker', this.log);
    worker.on('failed', (job, error) => this.log.error({ job: job?.name, err: error }, 'a job failed'));
    this.lifecycle.onStop('timers', 'handlers take no more', () => processor.stop());
    this.lifecycle.onStop('workers', 'worker', () => worker.close());
  }
}
