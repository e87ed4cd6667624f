import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { JOB_HANDLERS } from '../platform/queue/job-handlers.js';
import { createHandlers, servicesOfJobs } from './handlers.js';

/** Ties the job catalogue to the services of the features, wherever in the program they are. */
@Global()
@Module({
  providers: [{ provide: JOB_HANDLERS, inject: [ModuleRef], useFactory: (modules: ModuleRef) => createHandlers((service) => modules.get(service, { strict: false })) }],
  exports: [JOB_HANDLERS],
})
export class JobsModule implements OnModuleInit {
  constructor(private readonly modules: ModuleRef) {}

  /** @throws where a job names a service that the program does not have: it does not start */
  onModuleInit(): void {
    for (const service of servicesOfJobs()) this.modules.get(service, { strict: false });
  }
}
