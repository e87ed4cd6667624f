import { reminderRules, templateEvent, templateMilestone, templateStage, workflowTemplate, type TemplateProblem, type WorkflowTemplate } from '@tawama/workflow';
import { z } from 'zod';
import { withoutInherited } from './enums.js';
import type { ListShape } from './lists.js';
import { id, instant, line, localisedTextOut, prose, version } from './primitives.js';

/** A draft is edited; a published version never changes; with a retired one no new agreement is opened, those that follow it go on. */
export const TEMPLATE_STATES = ['draft', 'published', 'retired'] as const;
export const templateState = z.enum(TEMPLATE_STATES);
export type TemplateState = z.infer<typeof templateState>;

/**
 * `unknownToClub`: a function or authority that the engine would take but the club has nobody for; `neverInForce`: an agreement becomes active with the date `signed`, which the template lacks;
 * `unknownRole`: nobody at the club can be reminded in that capacity; `rungWithoutApproval`: somebody above the coordinator would be written to without anybody's approval.
 */
export type TemplateProblemCode = TemplateProblem['code'] | 'unknownToClub' | 'neverInForce' | 'unknownRole' | 'rungWithoutApproval';
export type ClubTemplateProblem = { readonly code: TemplateProblemCode; readonly path: string; readonly key: string };

const key = withoutInherited(templateStage.shape.key);
const title = z.strictObject({ ar: line(300), fr: line(300), en: line(300) });
const remark = z.strictObject({ ar: prose(2000, 1), fr: prose(2000, 1), en: prose(2000, 1) });

/** The engine reckons larger ones; nobody reads them. */
const MOST_STEPS = 1_000;
/** The format of a template as it may be sent. */
export const templateFormat = workflowTemplate.extend({ milestones: workflowTemplate.shape.milestones.max(MOST_STEPS) });

/** What of a template can be edited: the engine's own shape, with the care for texts that people type. */
const editable = {
  agreementType: workflowTemplate.shape.agreementType,
  opening: workflowTemplate.shape.opening,
  title,
  stages: z.array(z.strictObject({ ...templateStage.shape, key, title })).min(1).max(50),
  events: z.array(z.strictObject({ ...templateEvent.shape, key, title })).min(1).max(100),
  milestones: z.array(z.strictObject({ ...templateMilestone.shape, key, title, evidence: remark.nullable(), note: remark.nullable().default(null) })).min(1).max(MOST_STEPS),
};

/** A definition as it is sent or lies in a file. Its key may be left out; its version is given by the club. */
export const templateDefinition = z.strictObject({ ...workflowTemplate.shape, ...editable, key: key.optional(), version: workflowTemplate.shape.version.optional() });
export type TemplateDefinition = z.infer<typeof templateDefinition>;

/** A file is sent as it is; it then is the definition. */
const wrapped = (body: unknown): unknown => (typeof body !== 'object' || body === null || Array.isArray(body) || 'copyOf' in body || 'definition' in body ? body : { definition: body });
/** A new draft: a copy of a version, or a definition. */
export const templateDraftCreate = z.preprocess(wrapped, z.strictObject({ copyOf: version.optional(), definition: templateDefinition.optional() })
  .refine(({ copyOf, definition }) => (copyOf === undefined) !== (definition === undefined), { error: 'template/one-of-two', path: ['definition'] }));
export type TemplateDraftCreate = z.infer<typeof templateDraftCreate>;

/** `reminders` null: the club's own calendar from now on. */
export const templatePatch = z.strictObject({ ...workflowTemplate.shape, ...editable, reminders: reminderRules.nullable() }).omit({ key: true, version: true }).partial();
export type TemplatePatch = z.infer<typeof templatePatch>;

/** `revision`: of the draft that the screen shows; refused when another one has been saved since. */
export const templateCommand = z.strictObject({ revision: version.optional() });

const numberText = z.string().regex(/^[1-9]\d{0,8}$/).transform(Number);
/** `/api/templates/:key/versions/:n` */
export const templateVersionPath = { key: z.string().max(60).regex(/^[a-z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*$/).refine((word) => !(word in Object.prototype)), n: numberText };
export const templateDiffQuery = z.strictObject({ from: numberText });

const lifeOf = { id, revision: version, state: templateState, publishedAt: instant.nullable(), retiredAt: instant.nullable() };
const named = z.object({ key: z.string(), title: localisedTextOut });
/** What lists and forms need of a version: also the words of its own for stages and dates of reference, in its order. */
export const templateSummary = z.object({
  ...lifeOf, key: z.string(), version: z.int(), title: localisedTextOut, agreementType: z.string(), milestones: z.int(),
  opening: workflowTemplate.shape.opening, stages: z.array(named), events: z.array(named),
});
export type TemplateSummary = z.infer<typeof templateSummary>;
export const templateList = { sort: ['key', 'version'], defaultOrder: 'asc', filters: { id: 'id', key: 'text', state: TEMPLATE_STATES }, search: false } as const satisfies ListShape;

/** `path`: where in the definition, dotted; `key`: which key is wrong there. */
export const templateProblem = z.object({ code: z.string(), path: z.string(), key: z.string(), text: localisedTextOut });
/** One version: its definition, and where it stands in life. `problems`: what keeps a draft from being published. */
export const templateVersion = z.object({ ...workflowTemplate.shape, ...lifeOf, problems: z.array(templateProblem) });
export type TemplateVersion = WorkflowTemplate & Pick<TemplateSummary, 'id' | 'revision' | 'state' | 'publishedAt' | 'retiredAt'> & { problems: z.infer<typeof templateProblem>[] };
export const templateProblems = z.object({ data: z.array(templateProblem) });
export type TemplateProblems = z.infer<typeof templateProblems>;

/** What version `to` has otherwise than version `from`, one sentence each. */
export const templateDiff = z.object({
  from: z.int(), to: z.int(),
  changes: z.array(z.object({ part: z.enum(['template', 'stage', 'event', 'milestone']), kind: z.string(), key: z.string(), number: z.string().nullable(), text: localisedTextOut })),
});
export type TemplateDiff = z.infer<typeof templateDiff>;
