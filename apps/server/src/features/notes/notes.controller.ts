import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { id, listQuery, noQuery, note, noteCreate, noteList, notePatch, page, type ListQuery, type Note, type NoteCreate, type NotePatch, type Page } from '@tawama/contracts';
import { IfMatch } from '../../platform/http/if-match.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { NotesService } from './notes.service.js';

@ApiTags('notes')
@Controller('api/notes')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(note) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(noteList) }) query: ListQuery): Promise<Page<Note>> {
    return this.notes.list(viewer, query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: note })
  get(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) noteId: string, @Query({ schema: noQuery }) _query: object): Promise<Note> {
    return this.notes.get(viewer, noteId);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: note })
  create(@CurrentViewer() viewer: Viewer, @Body({ schema: noteCreate }) body: NoteCreate): Promise<Note> {
    return this.notes.create(viewer, body);
  }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: note })
  change(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) noteId: string, @IfMatch() version: number, @Body({ schema: notePatch }) body: NotePatch): Promise<Note> {
    return this.notes.change(viewer, noteId, version, body);
  }

  @Delete(':id')
  @ApiOkResponse({ standardSchema: note })
  delete(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) noteId: string): Promise<Note> {
    return this.notes.delete(viewer, noteId);
  }
}
