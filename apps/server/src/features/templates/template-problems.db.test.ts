import { LANGUAGES, type Language, type TemplateProblemCode, type WorkflowTemplate } from '@tawama/contracts';
import { templateProblemText } from '@tawama/messages';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestClient } from '../../../test/client.js';
import { openProgram, type OpenProgram } from '../../../test/open-program.js';

let program: OpenProgram;
let admin: TestClient;
beforeAll(async () => {
  program = await openProgram('2026-01-26T08:00:00Z');
  admin = await program.signedIn('administrator');
});
afterAll(() => program.close());

type Step = WorkflowTemplate['milestones'][number];
const words = (text: string) => ({ ar: `ع ${text}`, fr: text, en: text });
const from = (event: string, days = 3): Step['due'] => ({ rule: 'offset', from: { event }, days });
const after = (milestone: string, days = 3): Step['due'] => ({ rule: 'offset', from: { milestone }, days });
const step = (key: string, more: Partial<Step> = {}): Step => ({ key, number: '1.1', stage: 'early', title: words(key), responsible: { function: 'coordinator', counterpart: false }, due: from('opened'), evidence: null, produces: [], certainty: 'confirmed', note: null, ...more });
const sound: Omit<WorkflowTemplate, 'key' | 'version'> = {
  agreementType: 'friendship', title: words('Friendship'), opening: { event: 'opened', orToday: true },
  stages: [{ key: 'early', title: words('Early') }, { key: 'late', title: words('Late') }],
  events: [{ key: 'opened', title: words('Opened') }, { key: 'signed', title: words('Signed') }, { key: 'expiry', title: words('Expiry') }],
  milestones: [step('first'), step('second', { due: after('first') }), step('third', { stage: 'late', due: from('signed') })],
};
const withFirst = (more: Partial<Step>) => ({ milestones: [step('first', more), ...sound.milestones.slice(1)] });
const rung = (role: string, at: number, hold = false) => ({ role, at, hold, enabled: true });

/** A change of a sound template, and the problems that it makes: `code place key`. What has no form at all is refused before anything is stored. */
const PROBLEMS: Record<Exclude<TemplateProblemCode, 'shape'>, [Partial<WorkflowTemplate>, string[]]> = {
  duplicateKey: [{ stages: [...sound.stages, ...sound.stages.slice(0, 1)] }, ['duplicateKey stages.2.key early']],
  unknownStage: [withFirst({ stage: 'nowhere' }), ['unknownStage milestones.0.stage nowhere']],
  unknownEvent: [withFirst({ due: from('lost') }), ['unknownEvent milestones.0.due lost']],
  unknownMilestone: [withFirst({ due: after('nowhere') }), ['unknownMilestone milestones.0.due nowhere']],
  producedTwice: [{ milestones: sound.milestones.map((one) => ({ ...one, due: from('opened'), produces: one.key === 'third' ? [] : ['signed'] })) }, ['producedTwice milestones.1.produces signed']],
  cycle: [withFirst({ due: after('second') }), ['cycle milestones first', 'cycle milestones second']],
  noOwner: [withFirst({ responsible: { counterpart: true } }), ['noOwner milestones.0.responsible ']],
  unreachable: [withFirst({ when: [{ attribute: 'partnerCountry', is: ['IN'] }, { attribute: 'partnerCountry', isNot: ['IN', 'US'] }] }), ['unreachable milestones.0.when partnerCountry']],
  endless: [withFirst({ repeats: { everyMonths: 6 } }), ['endless milestones.0.repeats first']],
  precedesAnchor: [withFirst({ due: from('signed', -5), produces: ['signed'] }), ['precedesAnchor milestones.0.due first']],
  fractionOutside: [withFirst({ due: { rule: 'fraction', from: { event: 'signed' }, to: { event: 'expiry' }, numerator: 3, denominator: 2 } }), ['fractionOutside milestones.0.due first']],
  legalMoved: [withFirst({ legal: true, due: { rule: 'offset', from: { event: 'opened' }, days: 20, working: { days: 0, side: 'home' } } }), ['legalMoved milestones.0.due first']],
  neverOpens: [{ stages: [{ ...sound.stages[0]!, gate: ['third'] }, { ...sound.stages[1]!, gate: ['first'] }] }, ['neverOpens stages.0.gate third', 'neverOpens stages.1.gate first']],
  unknownAttribute: [withFirst({ when: [{ attribute: 'weather', is: ['fair'] }] }), ['unknownAttribute milestones.0.when weather']],
  proofOfOneSide: [withFirst({ proof: 'confirmedByBoth', confirmations: 'home' }), ['proofOfOneSide milestones.0.proof first']],
  duplicateRung: [{ reminders: [rung('owner', -3), rung('owner', -3)] }, ['duplicateRung reminders.1 owner']],
  tooManyRungs: [{ reminders: Array.from({ length: 13 }, (_, day) => rung('owner', day)) }, ['tooManyRungs reminders owner']],
  rungTooEarly: [withFirst({ repeats: { everyMonths: 6, until: { event: 'expiry' } }, reminders: [rung('owner', -60)] }), ['rungTooEarly milestones.0.reminders 60']],
  unknownToClub: [withFirst({ responsible: { function: 'cook', authority: 'king', counterpart: false } }), ['unknownToClub milestones.0.responsible.function cook', 'unknownToClub milestones.0.responsible.authority king']],
  neverInForce: [{ events: sound.events.filter(({ key }) => key !== 'signed'), milestones: sound.milestones.slice(0, 2) }, ['neverInForce events signed']],
  unknownRole: [{ reminders: [rung('cook', 1)] }, ['unknownRole reminders.0.role cook']],
  rungWithoutApproval: [{ reminders: [rung('mayor', 10)] }, ['rungWithoutApproval reminders.0.hold mayor']],
};

const drafted = async (change: Partial<WorkflowTemplate>) => {
  const made = await admin.post('/api/templates/own/versions', { definition: { ...sound, ...change } });
  expect(made.status, made.text).toBe(201);
  return { at: `/api/templates/own/versions/${String(made.body['version'])}`, problems: made.body['problems'] as { code: TemplateProblemCode; path: string; key: string; text: Record<Language, string> }[] };
};

it('the template that all of them are changes of has none', async () => {
  const { at, problems } = await drafted({});
  expect(problems).toEqual([]);
  expect((await admin.post(`${at}/publish`, {})).body).toMatchObject({ state: 'published' });
});

it.each(Object.entries(PROBLEMS))('%s is told with its place when it is drafted, and keeps it from being published, in three languages', async (_, [change, expected]) => {
  const { at, problems } = await drafted(change);
  expect(problems.map(({ code, path, key }) => `${code} ${path} ${key}`).toSorted()).toEqual(expected.toSorted());
  for (const language of LANGUAGES) {
    const refused = await admin.send('POST', `${at}/publish`, { body: {}, headers: { 'accept-language': language } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'template/has-problems' } });
    const told = refused.body['errors'] as { path: string; code: string; message: string }[];
    expect(told.map(({ path, code, message }) => ({ path, code, message }))).toEqual(problems.map((problem) => ({ path: problem.path, code: problem.code, message: templateProblemText(problem, language) })));
    if (language === 'ar') for (const { message } of told) expect(message).toMatch(/[\u0621-\u064a]{3}/);
  }
  expect((await admin.get(at)).body).toMatchObject({ state: 'draft' });
});
