import { EVENT_KEYS, PERSON_FUNCTIONS, STAGES, WAITING_ON, type ClubTemplateProblem } from '@tawama/contracts';
import { checkTemplate, type ReminderRules, rungsIn, workflowTemplate, type WorkflowTemplate } from '@tawama/workflow';
import { isAboveTheCoordinator, isRecipientRole } from '../reminders/ladder.js';
import { CLUB_SURROUNDINGS } from './surroundings.js';

/** What keeps a template from being published here: what the engine cannot follow, and words for which the club has no label and no use. */
export function checkClubTemplate(candidate: unknown): ClubTemplateProblem[] {
  const parsed = workflowTemplate.safeParse(candidate);
  return [...checkTemplate(candidate, { recordable: CLUB_SURROUNDINGS.recordable, attributes: CLUB_SURROUNDINGS.attributes }), ...(parsed.success ? [...unknownWords(parsed.data), ...ofReminders(parsed.data)] : [])];
}

function* unknownWords({ stages, events, milestones }: WorkflowTemplate): Generator<ClubTemplateProblem> {
  for (const [place, { key }] of stages.entries()) yield* unknown(STAGES, key, `stages.${place}.key`);
  for (const [place, { key }] of events.entries()) yield* unknown(EVENT_KEYS, key, `events.${place}.key`);
  for (const [place, { responsible }] of milestones.entries()) {
    yield* unknown(PERSON_FUNCTIONS, responsible.function, `milestones.${place}.responsible.function`);
    yield* unknown(WAITING_ON, responsible.authority, `milestones.${place}.responsible.authority`);
  }
}

function* unknown(words: readonly string[], key: string | undefined, path: string): Generator<ClubTemplateProblem> {
  if (key !== undefined && !words.includes(key)) yield { code: 'unknownToClub', path, key };
}

function* ofReminders({ reminders, milestones }: WorkflowTemplate): Generator<ClubTemplateProblem> {
  yield* strangeRungs(reminders, 'reminders');
  for (const [place, step] of milestones.entries()) yield* strangeRungs(step.reminders, `milestones.${place}.reminders`);
}

function* strangeRungs(rules: ReminderRules | undefined, path: string): Generator<ClubTemplateProblem> {
  for (const [place, { role, hold }] of rungsIn(rules).entries()) {
    if (!isRecipientRole(role)) yield { code: 'unknownRole', path: `${path}.${place}.role`, key: role };
    else if (isAboveTheCoordinator(role) && !hold) yield { code: 'rungWithoutApproval', path: `${path}.${place}.hold`, key: role };
  }
}
