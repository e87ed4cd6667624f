import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';
import { ContactsStore } from './contacts.store.js';

@Module({ imports: [AuditModule], controllers: [ContactsController], providers: [ContactsService, ContactsStore] })
export class ContactsModule {}
