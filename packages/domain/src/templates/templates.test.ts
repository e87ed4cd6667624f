import { KNOWN_EVENTS } from '@tawama/contracts';
import { computeDueDates, type PlanFacts } from '@tawama/workflow';
import { describe, expect, it } from 'vitest';
import { ALREADY_SIGNED_V1, checkClubTemplate, DEFAULT_TEMPLATES, ownEventTitles, TWINNING_V1 } from './index.js';

describe.each(DEFAULT_TEMPLATES)('template $key version $version', (template) => {
  it('is sound, and uses the words of the club', () => expect(checkClubTemplate(template)).toEqual([]));

  it('knows every date of reference', () => expect(template.events.map((event) => event.key)).toEqual([...KNOWN_EVENTS]));

  it('has every text in three languages, the Arabic ones in Arabic', () => {
    const texts = [template.title, ...[...template.stages, ...template.events].map(({ title }) => title), ...template.milestones.flatMap(({ title, evidence, note }) => [title, evidence, note])];
    for (const text of texts) {
      if (text === null) continue;
      expect(text.ar).toMatch(/^[؀-ۿ\s0-9.:()]+$/);
      expect(text.fr).toMatch(/[a-z]/i);
      expect(text.en).toMatch(/[a-z]/i);
    }
  });

  it('says of what is to verify that it is to verify', () => {
    for (const milestone of template.milestones.filter(({ certainty }) => certainty === 'toVerify')) expect(milestone.note?.en).toMatch(/verify by the legal reviewer/);
  });
});

it('names each word that the club does not know', () => {
  const [first, ...others] = TWINNING_V1.milestones;
  const strange = { ...TWINNING_V1, milestones: [{ ...first, responsible: { function: 'cook', authority: 'king', counterpart: false } }, ...others] };
  expect(checkClubTemplate(strange).filter(({ code }) => code === 'unknownToClub')).toEqual([
    { code: 'unknownToClub', path: 'milestones.0.responsible.function', key: 'cook' }, { code: 'unknownToClub', path: 'milestones.0.responsible.authority', key: 'king' },
  ]);
  expect(checkClubTemplate({ ...TWINNING_V1, stages: 7 }).map(({ code }) => code)).toEqual(['shape']);
});

it('lets a template have stages and reference dates of its own, but not go without the signature', () => {
  const words = TWINNING_V1.title;
  const [first, ...others] = TWINNING_V1.milestones;
  const own = { ...TWINNING_V1, stages: [...TWINNING_V1.stages, { key: 'visits', title: words }], events: [...TWINNING_V1.events, { key: 'first-visit', title: words }], milestones: [{ ...first, stage: 'visits', due: { rule: 'offset', from: { event: 'first-visit' }, days: 5 } }, ...others] };
  expect(checkClubTemplate(own)).toEqual([]);
  expect(ownEventTitles({ ...TWINNING_V1, events: [...TWINNING_V1.events, { key: 'first-visit', title: words }] }, ['first-visit', 'signed', 'lost'])).toEqual({ 'first-visit': words });
  const unsigned = checkClubTemplate({ ...TWINNING_V1, events: TWINNING_V1.events.filter(({ key }) => key !== 'signed') });
  expect(unsigned).toContainEqual({ code: 'neverInForce', path: 'events', key: 'signed' });
});

/** key → due date, followed by "?" while provisional; "–" where nothing is known. */
const table = (template: typeof TWINNING_V1, events: PlanFacts['events']) =>
  Object.fromEntries([...computeDueDates(template, { events, milestones: new Map() })]
    .map(([key, { dueOn, provisional }]): [string, string] => [key, dueOn === null ? '–' : `${dueOn}${provisional ? '?' : ''}`]));

// Reckoned by hand on a calendar from the table of the default plan.
describe('the plan of a twinning', () => {
  it('opened on 27 October 2025', () => {
    expect(table(TWINNING_V1, { opened: '2025-10-27' })).toEqual({
      'letter-of-intent': '2025-10-27', 'partner-profile': '2025-11-11', 'first-meeting': '2025-12-26', 'draft-convention': '2026-01-10', 'legal-review': '2026-01-20?', 'prior-consultation': '2026-01-25?',
      'council-deliberation': '–', 'sent-to-governor': '–', 'governor-visa': '–', 'partner-approval': '–', ceremony: '–', signature: '–', 'entry-into-force': '–', 'copies-sent': '–', registration: '–',
      'focal-points': '–', 'joint-committee': '–', 'action-plan': '–', 'funding-plan': '–', 'first-action': '–', 'renewal-prepared': '–', 'renewal-deliberation': '–', 'closing-report': '–',
    });
  });

  it('whose council meets on 5 February 2026', () => {
    expect(table(TWINNING_V1, { opened: '2025-10-27', councilSession: '2026-02-05' })).toMatchObject({
      'council-deliberation': '2026-02-05', 'sent-to-governor': '2026-02-20?', 'governor-visa': '2026-03-12?', 'partner-approval': '2026-03-22?', ceremony: '2026-04-06?', signature: '2026-04-21?',
      'entry-into-force': '2026-04-21?', 'copies-sent': '2026-05-06?', registration: '2026-04-28?', 'focal-points': '2026-05-06?', 'joint-committee': '2026-06-20?', 'action-plan': '2026-07-20?',
      'funding-plan': '2026-08-19?', 'first-action': '2026-10-18?', 'renewal-prepared': '–',
    });
  });

  it('with both approvals, the later of which counts', () => {
    expect(table(TWINNING_V1, { opened: '2025-10-27', councilSession: '2026-02-05', deliberation: '2026-02-05', receivedByProvince: '2026-02-12', visa: '2026-02-27', partnerApproval: '2026-03-02' })).toMatchObject({
      'sent-to-governor': '2026-02-20', 'governor-visa': '2026-03-04', 'partner-approval': '2026-03-22', ceremony: '2026-03-17', signature: '2026-04-01', 'entry-into-force': '2026-04-01?',
    });
  });
});

describe('the plan of an agreement signed on 31 October 2025', () => {
  it('starts with the launch', () => {
    expect(table(ALREADY_SIGNED_V1, { signed: '2025-10-31' })).toEqual({
      'focal-points': '2025-11-15', 'joint-committee': '2025-12-30', 'action-plan': '2026-01-29', 'funding-plan': '2026-02-28?', 'first-action': '2026-04-29',
      'renewal-prepared': '–', 'renewal-deliberation': '–', 'closing-report': '–',
    });
  });

  it('counts its renewal back from the end of its term, its closing from the day it really ends', () => {
    expect(table(ALREADY_SIGNED_V1, { signed: '2025-10-31', expiry: '2028-10-31' })).toMatchObject({ 'renewal-prepared': '2028-05-04', 'renewal-deliberation': '2028-08-02', 'closing-report': '2028-11-30' });
    expect(table(ALREADY_SIGNED_V1, { signed: '2025-10-31', expiry: '2028-10-31', ended: '2027-01-31' })).toMatchObject({ 'closing-report': '2027-03-02' });
  });

  it('follows an entry into force that the convention puts later', () => {
    expect(table(ALREADY_SIGNED_V1, { signed: '2025-10-31', inForce: '2026-01-01' })).toMatchObject({ 'focal-points': '2026-01-16', 'joint-committee': '2026-03-02' });
  });
});
