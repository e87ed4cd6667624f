import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { contact, contactCreate, contactList, id, listQuery, noQuery, page, type Contact, type ContactCreate, type ListQuery, type Page } from '@tawama/contracts';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { ContactsService } from './contacts.service.js';

@ApiTags('contacts')
@Controller('api/contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(contact) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(contactList) }) query: ListQuery): Promise<Page<Contact>> {
    return this.contacts.list(viewer, query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: contact })
  get(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) contactId: string, @Query({ schema: noQuery }) _query: object): Promise<Contact> {
    return this.contacts.get(viewer, contactId);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: contact })
  create(@CurrentViewer() viewer: Viewer, @Body({ schema: contactCreate }) body: ContactCreate): Promise<Contact> {
    return this.contacts.create(viewer, body);
  }

  @Delete(':id')
  @ApiOkResponse({ standardSchema: contact })
  delete(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) contactId: string): Promise<Contact> {
    return this.contacts.delete(viewer, contactId);
  }
}
