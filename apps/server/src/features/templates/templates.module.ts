import { Module } from '@nestjs/common';
import { TemplateLibrary } from './template-library.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesService } from './templates.service.js';
import { TemplatesStore } from './templates.store.js';

@Module({ controllers: [TemplatesController], providers: [TemplatesService, TemplateLibrary, TemplatesStore], exports: [TemplateLibrary] })
export class TemplatesModule {}
