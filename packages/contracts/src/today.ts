import { z } from 'zod';
import { agreement } from './agreement.js';
import { handover } from './handover.js';
import { milestone } from './milestone.js';
import { id, localisedTextOut, plainDate } from './primitives.js';

/** One row of the first view: an agreement with the names that its line needs. */
export const todayRow = z.object({ ...agreement.shape, partnerName: localisedTextOut, homeName: localisedTextOut, country: z.string(), identification: z.string(), counterpartName: z.string().nullable(), health: z.enum(['onTime', 'dueSoon', 'late', 'blocked']) });
export type TodayRow = z.infer<typeof todayRow>;
/** The whole first view: the figures of the sentence and the rows, at most 200, worst first. */
export const dashboard = z.object({
  today: plainDate, waitingForMe: z.int(), onTime: z.int(), agreements: z.int(), active: z.int(), preparing: z.int(), late: z.int(), pendingCities: z.int(), /** agreements that are in their renewal window */ renewals: z.int(), rows: z.array(todayRow), rowsTotal: z.int(),
});
export type Dashboard = z.infer<typeof dashboard>;

/** What the club is there for: projects under way and completed, people whom all of them have reached, articles of the signed texts that have become real. */
export const ground = z.object({ running: z.int(), completed: z.int(), reached: z.int(), articles: z.int(), covered: z.int() });
export type Ground = z.infer<typeof ground>;

export const myDayItem = z.object({ ...milestone.shape, agreementTitle: localisedTextOut, partnerCityId: id });
export type MyDayItem = z.infer<typeof myDayItem>;
/** The four bands of a person's day; each holds at most 50 rows and its full count. */
export const myDay = z.object({
  today: plainDate,
  overdue: z.object({ data: z.array(myDayItem), total: z.int() }),
  dueToday: z.object({ data: z.array(myDayItem), total: z.int() }),
  next7Days: z.object({ data: z.array(myDayItem), total: z.int() }),
  toReview: z.object({ data: z.array(myDayItem), total: z.int() }),
  waitingOnOthers: z.object({ data: z.array(myDayItem), total: z.int() }),
  /** people whose mandate ends and who have no successor yet; empty for whoever may not hand over */
  handovers: z.object({ data: z.array(handover), total: z.int() }),
});
export type MyDay = z.infer<typeof myDay>;
