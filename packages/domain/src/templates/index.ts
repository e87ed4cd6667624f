import type { TemplateMilestone, WorkflowTemplate } from '@tawama/workflow';
import { AGENDA } from './agenda.js';
import { APPROVAL } from './approval.js';
import { CHAMBER_V1, FRIENDSHIP_V1 } from './friendship.js';
import { IMPLEMENTATION } from './implementation.js';
import { LAUNCH } from './launch.js';
import { PREPARATION } from './preparation.js';
import { RENEWAL } from './renewal.js';
import { SIGNATURE } from './signature.js';
import { text } from './step.js';
import { EVENTS, STAGE_WORDS } from './words.js';

export { checkClubTemplate } from './check-club-template.js';

/** The whole life of a twinning agreement, from the letter of intent. */
export const TWINNING_V1: WorkflowTemplate = {
  key: 'twinning', version: 1, agreementType: 'twinning',
  title: text('اتفاقية توأمة', 'Convention de jumelage', 'Twinning agreement'),
  opening: { event: 'opened', orToday: true },
  stages: [STAGE_WORDS.preparation, STAGE_WORDS.approval, STAGE_WORDS.signature, STAGE_WORDS.launch, STAGE_WORDS.renewal],
  events: EVENTS,
  milestones: [...PREPARATION, ...APPROVAL, ...SIGNATURE, ...LAUNCH, ...RENEWAL],
};

/** An agreement that was signed before the club began to follow it: its past is recorded as dates, its plan starts with the launch. */
export const ALREADY_SIGNED_V1: WorkflowTemplate = {
  key: 'already-signed', version: 1, agreementType: 'twinning',
  title: text('اتفاقية موقعة من قبل', 'Convention déjà signée', 'Agreement already signed'),
  opening: { event: 'signed', orToday: false },
  stages: [STAGE_WORDS.launch, STAGE_WORDS.renewal],
  events: EVENTS,
  milestones: [...LAUNCH, ...RENEWAL],
};

/** The law sets how long these take: the program tells when one falls on a day of rest, and never moves it. */
const SET_BY_LAW: ReadonlySet<string> = new Set(['sent-to-governor', 'governor-visa']);

/** Without their paper these have no effect in law: a word is not enough. */
const ON_PAPER: ReadonlySet<string> = new Set(['council-deliberation', 'sent-to-governor', 'governor-visa', 'partner-approval', 'signature']);

const withLaw = (one: TemplateMilestone): TemplateMilestone =>
  ({ ...one, ...(SET_BY_LAW.has(one.key) && { legal: true }), ...(ON_PAPER.has(one.key) && { proof: 'documented' as const }) });

/** Also the agenda, what comes again while the agreement lives, and the evaluation. */
export const TWINNING_V2: WorkflowTemplate = {
  ...TWINNING_V1, version: 2,
  stages: [STAGE_WORDS.preparation, STAGE_WORDS.approval, STAGE_WORDS.signature, STAGE_WORDS.launch, STAGE_WORDS.implementation, STAGE_WORDS.review, STAGE_WORDS.renewal],
  milestones: [...PREPARATION, AGENDA, ...[...APPROVAL, ...SIGNATURE].map(withLaw), ...LAUNCH, ...IMPLEMENTATION, ...RENEWAL],
};

export const ALREADY_SIGNED_V2: WorkflowTemplate = {
  ...ALREADY_SIGNED_V1, version: 2,
  stages: [STAGE_WORDS.launch, STAGE_WORDS.implementation, STAGE_WORDS.review, STAGE_WORDS.renewal],
  milestones: [...LAUNCH, ...IMPLEMENTATION, ...RENEWAL],
};

/** What every club starts with. A published version never changes: a correction is a new version. */
export const DEFAULT_TEMPLATES: readonly WorkflowTemplate[] = [TWINNING_V1, ALREADY_SIGNED_V1, TWINNING_V2, ALREADY_SIGNED_V2, FRIENDSHIP_V1, CHAMBER_V1];
export { CHAMBER_V1, FRIENDSHIP_V1 } from './friendship.js';
export { ownEventTitles } from './own-words.js';
export { CLUB_SURROUNDINGS } from './surroundings.js';
