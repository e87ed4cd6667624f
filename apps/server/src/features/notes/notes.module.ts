import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { NotesController } from './notes.controller.js';
import { NotesService } from './notes.service.js';
import { NotesStore } from './notes.store.js';

@Module({ imports: [AuditModule, ContactsModule], controllers: [NotesController], providers: [NotesService, NotesStore] })
export class NotesModule {}
