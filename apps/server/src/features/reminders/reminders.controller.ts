import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { id, listQuery, noQuery, page, reminder, reminderList, type ListQuery, type Page, type Reminder } from '@tawama/contracts';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { RemindersStore } from './reminders.store.js';

@ApiTags('reminders')
@Controller('api/reminders')
export class RemindersController {
  constructor(private readonly database: Database, private readonly store: RemindersStore) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(reminder) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(reminderList) }) query: ListQuery): Promise<Page<Reminder>> {
    return this.database.read((tx) => this.store.list(tx, query, viewer.agreementIds));
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: reminder })
  get(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) reminderId: string, @Query({ schema: noQuery }) _query: object): Promise<Reminder> {
    return this.database.read(async (tx) => found(await this.store.find(tx, reminderId, viewer.agreementIds)));
  }
}

function found(one: Reminder | undefined): Reminder {
  if (!one) throw new Refusal('record/not-found');
  return one;
}
