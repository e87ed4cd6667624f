import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  id, legalNote, legalNoteConfirm, legalNoteCreate, legalNoteList, legalNotePatch, listQuery, noQuery, page,
  type LegalNote, type LegalNoteConfirm, type LegalNoteCreate, type LegalNotePatch, type ListQuery, type Page,
} from '@tawama/contracts';
import { IfMatch } from '../../platform/http/if-match.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { LegalNotesService } from './legal-notes.service.js';

@ApiTags('legal')
@Controller('api/legal-notes')
export class LegalNotesController {
  constructor(private readonly notes: LegalNotesService) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(legalNote) })
  list(@Query({ schema: listQuery(legalNoteList) }) query: ListQuery): Promise<Page<LegalNote>> {
    return this.notes.list(query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: legalNote })
  get(@Param('id', { schema: id }) noteId: string, @Query({ schema: noQuery }) _query: object): Promise<LegalNote> {
    return this.notes.get(noteId);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: legalNote })
  create(@CurrentViewer() viewer: Viewer, @Body({ schema: legalNoteCreate }) body: LegalNoteCreate): Promise<LegalNote> {
    return this.notes.create(viewer, body);
  }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: legalNote })
  change(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) noteId: string, @IfMatch() version: number, @Body({ schema: legalNotePatch }) body: LegalNotePatch): Promise<LegalNote> {
    return this.notes.change(viewer, noteId, version, body);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: legalNote })
  confirm(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) noteId: string, @Body({ schema: legalNoteConfirm }) { version }: LegalNoteConfirm): Promise<LegalNote> {
    return this.notes.confirm(viewer, noteId, version);
  }

  @Delete(':id')
  @ApiOkResponse({ standardSchema: legalNote })
  delete(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) noteId: string): Promise<LegalNote> {
    return this.notes.delete(viewer, noteId);
  }
}
