import type { DueRule, TemplateMilestone, WorkflowTemplate } from '@tawama/workflow';
import { IMPLEMENTATION } from './implementation.js';
import { LAUNCH } from './launch.js';
import { PREPARATION } from './preparation.js';
import { RENEWAL } from './renewal.js';
import { SIGNATURE } from './signature.js';
import { afterEvent, afterStep, by, byWithPartner, step, text } from './step.js';
import { EVENTS, STAGE_WORDS } from './words.js';

const taken = (steps: readonly TemplateMilestone[], ...keys: string[]): TemplateMilestone[] => steps.filter(({ key }) => keys.includes(key));
const due = (steps: readonly TemplateMilestone[], key: string, rule: DueRule): TemplateMilestone[] => taken(steps, key).map((one) => ({ ...one, due: rule }));

const STAGES = [STAGE_WORDS.preparation, STAGE_WORDS.signature, STAGE_WORDS.launch, STAGE_WORDS.implementation, STAGE_WORDS.renewal];
/** No deliberation and no visa is counted on: those that a council wants all the same are recorded on its own account. */
const SIGNING = [
  ...due(SIGNATURE, 'ceremony', afterStep('legal-review', 15)),
  ...due(SIGNATURE, 'signature', afterStep('legal-review', 30)),
  ...taken(SIGNATURE, 'entry-into-force', 'registration'),
];

/** A friendship or a memorandum: the light life of a convention that binds to little. */
export const FRIENDSHIP_V1: WorkflowTemplate = {
  key: 'friendship', version: 1, agreementType: 'friendship',
  title: text('ميثاق صداقة أو مذكرة تفاهم', "Pacte d'amitié ou protocole d'entente", 'Friendship or memorandum'),
  opening: { event: 'opened', orToday: true },
  stages: STAGES,
  events: EVENTS,
  milestones: [
    ...taken(PREPARATION, 'letter-of-intent', 'partner-profile', 'first-meeting', 'draft-convention', 'legal-review'),
    ...SIGNING,
    ...taken(LAUNCH, 'focal-points', 'first-action'),
    ...taken(IMPLEMENTATION, 'field-check', 'annual-report'),
    ...RENEWAL,
  ],
};

/** Between chambers of commerce: business is what it is for, so a mission and its contacts are counted. */
export const CHAMBER_V1: WorkflowTemplate = {
  key: 'chamber', version: 1, agreementType: 'chamber',
  title: text('اتفاقية مع غرفة للتجارة', 'Convention avec une chambre de commerce', 'Agreement with a chamber of commerce'),
  opening: { event: 'opened', orToday: true },
  stages: STAGES,
  events: EVENTS,
  milestones: [
    ...taken(PREPARATION, 'letter-of-intent', 'first-meeting', 'draft-convention', 'legal-review'),
    step({
      key: 'business-sectors', number: '1.7', stage: 'preparation',
      title: text('تحديد القطاعات والمقاولات المعنية لدى الطرفين', 'Secteurs et entreprises identifiés des deux côtés', 'Sectors and companies named on both sides'),
      responsible: byWithPartner({ function: 'coordinator' }),
      due: afterEvent('opened', 45),
      evidence: text('لائحة المقاولات', 'La liste des entreprises', 'The list of companies'),
    }),
    ...SIGNING,
    ...taken(LAUNCH, 'focal-points'),
    step({
      key: 'business-mission', number: '4.6', stage: 'launch',
      title: text('بعثة اقتصادية أولى ولقاءات بين المقاولات', "Première mission économique et rencontres d'entreprises", 'First business mission and company meetings'),
      responsible: byWithPartner({ function: 'coordinator', authority: 'both' }),
      due: { rule: 'offset', from: { event: 'inForce' }, months: 6 },
      after: ['focal-points'],
      evidence: text('تقرير البعثة', 'Le rapport de mission', 'The report of the mission'),
    }),
    step({
      key: 'trade-figures', number: '5.6', stage: 'implementation',
      title: text('حصيلة سنوية للمبادلات والاستثمارات', 'Bilan annuel des échanges et des investissements', 'Yearly figures of trade and investment'),
      responsible: by({ function: 'coordinator' }),
      due: { rule: 'endOf', period: 'year', from: { event: 'inForce' }, months: 1 },
      repeats: { everyMonths: 12, startsAtAnchor: true, until: { event: 'ended' } },
      evidence: text('الحصيلة', 'Le bilan', 'The figures'),
    }),
    ...RENEWAL,
  ],
};
