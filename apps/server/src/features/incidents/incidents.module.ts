import { Module } from '@nestjs/common';
import { IncidentsStore } from './incidents.store.js';
import { JobFailures } from './job-failures.js';

/** Where everything that goes wrong is put down. Looking at it and trying again is part of `sending`, which knows the mails. */
@Module({ providers: [IncidentsStore, JobFailures], exports: [IncidentsStore, JobFailures] })
export class IncidentsModule {}
