import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { PersonEffects } from './person-effects.js';
import { VitalityModule } from '../vitality/vitality.module.js';
import { PeopleStore } from './people.store.js';

@Module({ imports: [AuditModule, RemindersModule, VitalityModule], controllers: [PeopleController], providers: [PeopleService, PeopleStore, PersonEffects], exports: [PeopleStore] })
export class PeopleModule {}
