import { z } from 'zod';
import { AXES, axis, PROJECT_STATUSES, projectStatus } from './enums.js';
import type { ListShape } from './lists.js';
import { id, line, localisedNote, localisedText, localisedTextOut, plainDate, prose, record } from './primitives.js';

/** Beyond this a double no longer tells one cent from the next. */
const MOST = 1_000_000_000_000;
const quantity = z.number().min(-MOST).max(MOST);
const people = z.int().min(0).max(2_000_000_000).nullable();

/** What a project costs and who pays; the amount in units of the currency. */
const budget = z.strictObject({ amount: z.number().min(0).max(MOST), currency: z.string().regex(/^[A-Z]{3}$/), funder: line(200).nullable().default(null) });
/** How many people it is for, and how many it has reached. */
const beneficiaries = z.strictObject({ planned: people.default(null), reached: people.default(null) });
/** What shows that it works: where it began and where it shall come to. */
const indicator = z.strictObject({ label: localisedText, unit: line(40).nullable().default(null), baseline: quantity.nullable().default(null), target: quantity.nullable().default(null) });

const projectFields = {
  /** the agreements that it serves; the first one leads: its plan holds the project's steps */
  agreementIds: z.array(id).min(1).max(20),
  axis,
  title: localisedText,
  place: line(200).nullable(),
  status: projectStatus,
  startsOn: plainDate.nullable(),
  endsOn: plainDate.nullable(),
  budget: budget.nullable(),
  beneficiaries,
  indicator: indicator.nullable(),
  /** who answers for it on our side, and on the partner's */
  homeLeadId: id.nullable(),
  partnerLeadId: id.nullable(),
  note: localisedNote.nullable(),
};

export const project = z.object({
  ...record,
  ...projectFields,
  title: localisedTextOut,
  place: z.string().nullable(),
  budget: z.object({ amount: z.number(), currency: z.string(), funder: z.string().nullable() }).nullable(),
  beneficiaries: z.object({ planned: z.int().nullable(), reached: z.int().nullable() }),
  /** `actual`: the latest measurement, and its day */
  indicator: z.object({ label: localisedTextOut, unit: z.string().nullable(), baseline: z.number().nullable(), target: z.number().nullable(), actual: z.number().nullable(), actualOn: plainDate.nullable() }).nullable(),
  note: localisedTextOut.nullable(),
  /** of the steps of its plan that apply */
  steps: z.object({ done: z.int(), total: z.int() }),
  demonstration: z.boolean(),
});
export type Project = z.infer<typeof project>;

const stepDate = plainDate.nullable().optional();
export const projectCreate = z.strictObject({
  ...projectFields,
  place: projectFields.place.default(null), status: projectFields.status.default('planned'),
  startsOn: projectFields.startsOn.default(null), endsOn: projectFields.endsOn.default(null),
  budget: projectFields.budget.default(null), beneficiaries: beneficiaries.default({ planned: null, reached: null }), indicator: projectFields.indicator.default(null),
  homeLeadId: projectFields.homeLeadId.default(null), partnerLeadId: projectFields.partnerLeadId.default(null), note: projectFields.note.default(null),
  /** when its steps are due; what is left out lies between its first and its last day */
  steps: z.strictObject({ start: stepDate, progress: stepDate, visit: stepDate, completion: stepDate }).default({}),
});
export type ProjectCreate = z.infer<typeof projectCreate>;
export const projectPatch = z.strictObject(projectFields).partial();
export type ProjectPatch = z.infer<typeof projectPatch>;

export const projectList = {
  sort: ['startsOn', 'endsOn', 'title', 'status', 'axis'],
  defaultOrder: 'desc',
  filters: { id: 'id', agreementId: 'id', axis: AXES, status: PROJECT_STATUSES, startsOn: 'date', endsOn: 'date' },
  search: true,
} as const satisfies ListShape;

/** What the indicator was found to be on a day: one value a day. */
export const measurement = z.object({ id, projectId: id, on: plainDate, value: z.number(), note: z.string().nullable(), demonstration: z.boolean() });
export type Measurement = z.infer<typeof measurement>;
export const measurementCreate = z.strictObject({ on: plainDate, value: quantity, note: prose(1000, 1).nullable().default(null) });
export type MeasurementCreate = z.infer<typeof measurementCreate>;
export const measurementList = { sort: ['on'], defaultOrder: 'desc', filters: { on: 'date' }, search: false } as const satisfies ListShape;
