import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { PeopleStore } from './people.store.js';

@Module({ imports: [AuditModule, RemindersModule], controllers: [PeopleController], providers: [PeopleService, PeopleStore], exports: [PeopleStore] })
export class PeopleModule {}
