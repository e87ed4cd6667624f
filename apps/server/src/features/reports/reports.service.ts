import { Injectable } from '@nestjs/common';
import type { Agreement, Dashboard, ListQuery, MyDay, MyDayItem, TodayRow } from '@tawama/contracts';
import { healthOf, worstFirst } from '@tawama/domain';
import { ClubClock } from '../../platform/clock.js';
import { Database, type Tx } from '../../platform/db/database.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AgreementsStore } from '../agreements/agreements.store.js';
import { openHandovers } from '../handover/handover.store.js';
import { MilestoneDesk } from '../milestones/milestone-desk.js';
import { BANDS, ReportsStore, RUNNING, type Band, type BandRow, type Parties, type Responsibility } from './reports.store.js';

/** The rows of the first view at most; a club has some twenty. */
const MOST_ROWS = 200;

/** The first view and a person's day. Each is read in one snapshot, in the same number of queries however many rows there are. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly store: ReportsStore,
    private readonly clock: ClubClock,
    private readonly agreements: AgreementsStore,
    private readonly milestones: MilestoneDesk,
  ) {}

  /** The figures of the sentence and the agreements that the club is at, worst first, inside the viewer's scope. */
  dashboard(viewer: Viewer): Promise<Dashboard> {
    return this.database.read(async (tx) => {
      const today = this.clock.dateAt(viewer.askedAt);
      const worst = await this.agreements.list(tx, asked({ sort: 'daysLate', order: 'desc', perPage: MOST_ROWS, equals: { status: [...RUNNING] } }), viewer.agreementIds, today, viewer.language);
      const figures = await this.store.figures(tx, viewer.agreementIds, today);
      const rows = await this.rows(tx, worst.data, today, viewer.permissions.has('person.read'));
      return { today, waitingForMe: await this.store.waiting(tx, responsibilityOf(viewer), today), onTime: figures.agreements - figures.late, ...figures, rows, rowsTotal: figures.agreements };
    });
  }

  /** What the viewer's person has to do with; for a coordinator or administrator without one, everything. */
  myDay(viewer: Viewer): Promise<MyDay> {
    return this.database.read(async (tx) => {
      const today = this.clock.dateAt(viewer.askedAt);
      const rows = await this.store.bands(tx, responsibilityOf(viewer), today);
      const items = await this.items(tx, rows, viewer.agreementIds, today);
      const bandOf = (band: Band) => {
        const ofBand = rows.filter((row) => row.band === band);
        return { data: ofBand.flatMap(({ id }) => items.get(id) ?? []), total: ofBand[0]?.total ?? 0 };
      };
      const [overdue, dueToday, next7Days, toReview, waitingOnOthers] = [bandOf(BANDS[0]), bandOf(BANDS[1]), bandOf(BANDS[2]), bandOf(BANDS[3]), bandOf(BANDS[4])];
      return { today, overdue, dueToday, next7Days, toReview, waitingOnOthers, handovers: viewer.permissions.has('milestone.command') ? await openHandovers(tx, viewer.agreementIds) : { data: [], total: 0 } };
    });
  }

  private async rows(tx: Tx, agreements: readonly Agreement[], today: string, showsPeople: boolean): Promise<TodayRow[]> {
    const parties = await this.store.parties(tx, agreements.map(({ id }) => id), agreements.map(({ next }) => next?.milestoneId ?? null));
    const byAgreement = new Map<string, Parties>(parties.map((one) => [one.agreementId, one]));
    const rows = agreements.flatMap((agreement): TodayRow[] => {
      const of = byAgreement.get(agreement.id);
      if (!of) return [];
      const { agreementId: _, blockedCount, counterpartName, ...names } = of;
      // What is suspended is late with nothing. A date that is only expected makes nothing urgent.
      const nextDueOn = agreement.next && !agreement.next.provisional ? agreement.next.dueOn : null;
      return [{ ...agreement, ...names, counterpartName: showsPeople ? counterpartName : null, health: agreement.status === 'suspended' ? 'onTime' : healthOf({ daysLate: agreement.daysLate, lateCount: agreement.lateCount, blockedCount, nextDueOn }, today) }];
    });
    return rows.sort(worstFirst);
  }

  private async items(tx: Tx, rows: readonly BandRow[], scope: readonly string[] | null, today: string): Promise<Map<string, MyDayItem>> {
    const { data } = await this.milestones.list(tx, asked({ sort: 'dueOn', perPage: rows.length || 1, equals: { id: rows.map(({ id }) => id) } }), scope, today);
    const shown = new Map(data.map((milestone) => [milestone.id, milestone]));
    return new Map(rows.flatMap(({ id, agreementTitle, partnerCityId }): [string, MyDayItem][] => {
      const milestone = shown.get(id);
      return milestone ? [[id, { ...milestone, agreementTitle, partnerCityId }]] : [];
    }));
  }
}

const asked = (query: Pick<ListQuery, 'sort' | 'perPage' | 'equals'> & { order?: 'asc' | 'desc' }): ListQuery => ({ page: 1, order: 'asc', q: undefined, ranges: {}, ...query });

function responsibilityOf({ personId, role, permissions, agreementIds }: Viewer): Responsibility {
  const wholeClub = personId === null && (role === 'coordinator' || role === 'administrator');
  return { personId, wholeClub, reviews: permissions.has('milestone.review'), agreementIds };
}
