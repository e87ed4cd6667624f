import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { person, personCreate, personList, personPatch, id, listQuery, noQuery, page, type Person, type PersonCreate, type PersonPatch, type ListQuery, type Page } from '@tawama/contracts';
import { IfMatch } from '../../platform/http/if-match.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { PeopleService } from './people.service.js';

@ApiTags('people')
@Controller('api/people')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(person) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(personList) }) query: ListQuery): Promise<Page<Person>> {
    return this.people.list(viewer, query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: person })
  get(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) personId: string, @Query({ schema: noQuery }) _query: object): Promise<Person> {
    return this.people.get(viewer, personId);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: person })
  create(@CurrentViewer() viewer: Viewer, @Body({ schema: personCreate }) body: PersonCreate): Promise<Person> {
    return this.people.create(viewer, body);
  }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: person })
  change(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) personId: string, @IfMatch() version: number, @Body({ schema: personPatch }) body: PersonPatch): Promise<Person> {
    return this.people.change(viewer, personId, version, body);
  }

  @Delete(':id')
  @ApiOkResponse({ standardSchema: person })
  delete(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) personId: string): Promise<Person> {
    return this.people.delete(viewer, personId);
  }
}
