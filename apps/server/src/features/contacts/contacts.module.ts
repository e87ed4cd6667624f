import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { VitalityModule } from '../vitality/vitality.module.js';
import { ContactEffects } from './contact-effects.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';
import { ContactsStore } from './contacts.store.js';
import { SubjectsStore } from './subjects.store.js';

@Module({ imports: [AuditModule, VitalityModule], controllers: [ContactsController], providers: [ContactsService, ContactsStore, ContactEffects, SubjectsStore], exports: [SubjectsStore] })
export class ContactsModule {}
