import { Global, Module } from '@nestjs/common';
import { JOB_HANDLERS } from '../platform/queue/job-handlers.js';
import { createHandlers } from './handlers.js';

/** Ties the job catalogue to the features; `inject` names the services that `createHandlers` takes, in its order. */
@Global()
@Module({
  imports: [],
  providers: [{ provide: JOB_HANDLERS, inject: [], useFactory: createHandlers }],
  exports: [JOB_HANDLERS],
})
export class JobsModule {}
