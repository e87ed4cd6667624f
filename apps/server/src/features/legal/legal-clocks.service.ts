import { Injectable } from '@nestjs/common';
import { COUNT_CAP, MAX_ROWS_DEEP, type LegalClock, type ListQuery, type Page } from '@tawama/contracts';
import { ClubClock } from '../../platform/clock.js';
import { Database } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { LegalClockDesk } from './legal-clock-desk.js';

/** The times that the law sets for steps of agreements, reckoned when they are asked for: calendars and recorded dates may have changed since. */
@Injectable()
export class LegalClocksService {
  constructor(private readonly database: Database, private readonly desk: LegalClockDesk, private readonly clock: ClubClock) {}

  /** @throws Refusal `list/too-deep` */
  list(viewer: Viewer, query: ListQuery): Promise<Page<LegalClock>> {
    if (query.page * query.perPage > MAX_ROWS_DEEP) throw new Refusal('list/too-deep', { fields: [{ path: 'page', code: 'list/too-deep' }] });
    return this.database.read(async (tx) => {
      const clocks = await this.desk.clocks(tx, query, viewer.agreementIds, this.clock.dateAt(viewer.askedAt));
      const rows = clocks.filter((row) => matches(row, query)).sort(inOrder(query));
      const data = rows.slice((query.page - 1) * query.perPage, query.page * query.perPage);
      return rows.length > COUNT_CAP ? { data, total: COUNT_CAP, totalIsExact: false } : { data, total: rows.length, totalIsExact: true };
    });
  }
}

const valueOf = (row: LegalClock, field: string): string | null => new Map<string, string | null>([
  ['id', row.id], ['milestoneId', row.milestoneId], ['agreementId', row.agreementId], ['state', row.state], ['outcome', row.outcome], ['key', row.key], ['lastDay', row.lastDay], ['receivedOn', row.receivedOn],
]).get(field) ?? null;

function matches(row: LegalClock, { equals, ranges }: ListQuery): boolean {
  const isAsked = ([field, values]: [string, string[]]): boolean => values.includes(valueOf(row, field) ?? '');
  const isWithin = ([field, { from = '', to = '9999' }]: [string, { from?: string; to?: string }]): boolean => { const value = valueOf(row, field) ?? ''; return value >= from && value <= to; };
  return Object.entries(equals).every(isAsked) && Object.entries(ranges).every(isWithin);
}

function inOrder({ sort, order }: ListQuery): (one: LegalClock, other: LegalClock) => number {
  const keyOf = (row: LegalClock): string => `${valueOf(row, sort) ?? ''} ${row.id}`;
  const direction = order === 'desc' ? -1 : 1;
  return (one, other) => (keyOf(one) < keyOf(other) ? -direction : keyOf(one) > keyOf(other) ? direction : 0);
}
