import { Module } from '@nestjs/common';
import { SendingModule } from '../sending/sending.module.js';
import { Figures } from './figures.js';
import { MachineController } from './machine.controller.js';
import { JobsController } from './jobs.controller.js';
import { JobsStore } from './jobs.store.js';
import { QueueLook } from './queue-look.js';
import { TableMetrics } from './table-metrics.js';

/** What whoever runs the program sees of its machinery. */
@Module({ imports: [SendingModule], controllers: [JobsController, MachineController], providers: [JobsStore, QueueLook, Figures, TableMetrics] })
export class OperationsModule {}
