import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { TemplateDrafts } from './template-drafts.service.js';
import { TemplateLibrary } from './template-library.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesService } from './templates.service.js';
import { TemplatesStore } from './templates.store.js';

@Module({ imports: [AuditModule], controllers: [TemplatesController], providers: [TemplatesService, TemplateDrafts, TemplateLibrary, TemplatesStore], exports: [TemplateLibrary] })
export class TemplatesModule {}
