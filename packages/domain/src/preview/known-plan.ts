import type { LocalisedText, PlanSheet } from '@tawama/contracts';
import { calendarsOf } from '../calendar/calendars.js';
import { type EpochMs, isoToInstant } from '../calendar/instant.js';
import { isKnownZone, type ZoneTable } from '../calendar/zone.js';
import { definitionOf } from '../plans/occurrences.js';
import { planOf } from '../plans/plan-of.js';
import type { Circumstances, Plan } from '../plans/plan.js';
import type { StoredReminder } from '../reminders/plan.js';
import type { Candidate } from '../reminders/roles.js';

/** A reminder that is planned, or on its way, or has reached somebody at `sentAt`. */
export interface ToldReminder extends StoredReminder { readonly sentAt: string | null }

/** A plan with the world around it, made ready once, so that any number of changes can be tried on it. */
export interface KnownPlan {
  readonly plan: Plan;
  readonly circumstances: Circumstances;
  readonly now: EpochMs;
  readonly cities: { readonly homeCityId: string; readonly partnerCityIds: readonly string[] };
  readonly recipients: readonly Candidate[];
  readonly reminders: readonly ToldReminder[];
  readonly clubZone: string;
  readonly zones: ZoneTable;
  /** the versions that the next command must name */
  readonly agreementVersion: number;
  readonly milestoneVersions: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, StepWords>;
}
export interface StepWords { readonly number: string; readonly title: LocalisedText }

/** @param zones with the rules of every zone that `zonesOf` names */
export function knownPlan(sheet: PlanSheet, zones: ZoneTable): KnownPlan {
  const { agreement, calendars, today, now, people, milestones } = sheet;
  return {
    plan: planOf({
      template: sheet.template, events: sheet.events, leftBy: sheet.leftBy, today,
      // Words move no date, so they stay where they are kept.
      agreement: { ...agreement, statusReason: null },
      milestones: milestones.map(({ version: _version, number: _number, title: _title, ...milestone }) => ({ ...milestone, statement: null })),
      calendars: calendars === null ? undefined : calendarsOf(calendars.home, calendars.partners, calendars.holidays, calendars.sessions),
    }),
    circumstances: { today, now, people }, now: isoToInstant(now),
    cities: { homeCityId: agreement.homeCityId, partnerCityIds: agreement.partnerCityIds },
    recipients: sheet.recipients, reminders: sheet.reminders, clubZone: sheet.clubZone, zones,
    agreementVersion: agreement.version, milestoneVersions: new Map(milestones.map(({ id, version }) => [id, version])),
    words: new Map(milestones.map(({ id, number, title }) => [id, { number, title }])),
  };
}

/** Whether the table has the rules of every zone that a reminder of this plan can be in. */
export const hasZonesFor = ({ recipients, clubZone }: Pick<PlanSheet, 'recipients' | 'clubZone'>, zones: ZoneTable): boolean =>
  recipients.every(({ zone }) => isKnownZone(zones, zone ?? clubZone)) && isKnownZone(zones, clubZone);

/** What a step of the plan is called; also one that only the change laid out. */
export function wordsOf({ words, plan }: Pick<KnownPlan, 'words' | 'plan'>, id: string): StepWords {
  const definition = definitionOf(plan, id);
  return words.get(id) ?? { number: definition?.number ?? '', title: definition?.title ?? { ar: null, fr: null, en: null } };
}
