import { PERSON_FUNCTIONS, WAITING_ON, type ClubTemplateProblem, type KnownEvent } from '@tawama/contracts';
import { checkTemplate, type ReminderRules, rungsIn, workflowTemplate, type WorkflowTemplate } from '@tawama/workflow';
import { isAboveTheCoordinator, isRecipientRole } from '../reminders/ladder.js';
import { CLUB_SURROUNDINGS } from './surroundings.js';

/** An agreement is active from this date on; until then nothing of it can be suspended, expire or end. */
const SIGNATURE: KnownEvent = 'signed';

/** What keeps a template from being published here: what the engine cannot follow, who is not there to act, and agreements that could never become active. */
export function checkClubTemplate(candidate: unknown): ClubTemplateProblem[] {
  const parsed = workflowTemplate.safeParse(candidate);
  return [...checkTemplate(candidate, { attributes: CLUB_SURROUNDINGS.attributes }), ...(parsed.success ? [...unknownWords(parsed.data), ...ofReminders(parsed.data)] : [])];
}

function* unknownWords({ events, milestones }: WorkflowTemplate): Generator<ClubTemplateProblem> {
  if (!events.some(({ key }) => key === SIGNATURE)) yield { code: 'neverInForce', path: 'events', key: SIGNATURE };
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
