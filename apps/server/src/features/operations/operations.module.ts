import { Module } from '@nestjs/common';
import { SendingModule } from '../sending/sending.module.js';
import { JobsController } from './jobs.controller.js';
import { JobsStore } from './jobs.store.js';

/** What whoever runs the program sees of its machinery. */
@Module({ imports: [SendingModule], controllers: [JobsController], providers: [JobsStore] })
export class OperationsModule {}
