import type { AgreementStatus, EventDates, EventKey, EvidenceLevel, MilestoneStatus, PersonFunction, WaitingOn } from '@tawama/contracts';
import type { Calendars, PlainDate, WorkflowTemplate } from '@tawama/workflow';

/** A milestone as the rules see it. */
export interface PlanMilestone {
  readonly id: string;
  readonly key: string;
  readonly status: MilestoneStatus;
  readonly dueOn: PlainDate | null;
  readonly provisional: boolean;
  /** the date before a person first moved it; null while nobody has */
  readonly originalDueOn: PlainDate | null;
  readonly pinned: boolean;
  readonly ownerId: string | null;
  readonly counterpartId: string | null;
  readonly waitingOn: WaitingOn | null;
  /** when a person gave it to its owner; null while the template's rule chose */
  readonly assignedOn: PlainDate | null;
  readonly startedOn: PlainDate | null;
  readonly doneOn: PlainDate | null;
  readonly statement: string | null;
  /** grows when a person moves a date of which somebody was already reminded */
  readonly cycleNo: number;
  /** a reminder of this cycle has gone out */
  readonly rungSent: boolean;
  /** what is kept as proof of it; undefined where nobody looked: then none is asked for */
  readonly proof?: EvidenceLevel | undefined;
}

export type EventSources = Readonly<Record<EventKey, string>>;

/** An agreement with its dates of reference and its milestones: they change together or not at all. */
export interface Plan {
  readonly template: WorkflowTemplate;
  readonly agreement: {
    readonly id: string; readonly status: AgreementStatus; readonly coordinatorId: string | null; readonly remindersStartedAt: string | null;
    /** since when it is suspended or over, and why; null while it runs */
    readonly statusOn: PlainDate | null; readonly statusReason: string | null;
    /** what a suspended one was before */
    readonly statusBefore: AgreementStatus | null;
    /** steps that come again are laid out from this day on, not for the time before the agreement was followed, or while it was suspended */
    readonly repeatsFrom: PlainDate | null;
  };
  readonly events: EventDates;
  /** event → id of the step whose acceptance recorded it; without an entry it was recorded by itself */
  readonly leftBy?: EventSources | undefined;
  readonly milestones: readonly PlanMilestone[];
  /** when both sides work and the council meets; without them every day is a working day and no session is known */
  readonly calendars?: Calendars | undefined;
  /** how far ahead steps that come again are laid out; without it none appears */
  readonly laidOutUntil?: PlainDate | undefined;
}

/** A person as far as the rules of an agreement go. */
export interface PlanPerson {
  readonly id: string;
  readonly function: PersonFunction;
  /** `home`: of one of our cities; `partner`: of a partner city of this agreement; `other`: of neither */
  readonly side: 'home' | 'partner' | 'other';
  /** of the agreement's own home city, or of its first partner city: preferred where several people fit */
  readonly near: boolean;
  /** receives mail and is given work: active, mandate not over */
  readonly active: boolean;
}

/** What a rule needs to know of the world: the club's date and time, and who there is. */
export interface Circumstances {
  readonly today: PlainDate;
  /** ISO instant of club time */
  readonly now: string;
  readonly people: readonly PlanPerson[];
}

export interface Move { readonly milestoneId: string; readonly from: PlainDate | null; readonly to: PlainDate | null }

/** What a command makes of a plan. */
export interface PlanChange {
  readonly plan: Plan;
  /** unfinished milestones whose due date is another than before */
  readonly moved: readonly Move[];
  /** ids of milestones that became done, or open */
  readonly completed: readonly string[];
  readonly opened: readonly string[];
  /** ids of milestones that were given up with the agreement, or whose occurrence is due no more */
  readonly cancelled: readonly string[];
  /** occurrences that appeared: each has its key as its id until it is stored, and nobody but the coordinator follows it */
  readonly appeared: readonly string[];
}
