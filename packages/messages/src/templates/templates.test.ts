import { LANGUAGES, type DueRule, type Recurrence, type ReminderRules, type TemplateChange, type TemplateProblemCode, type TemplateText, type WorkflowTemplate } from '@tawama/contracts';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { conditionsText, dueText, isTemplateProblemCode, remindersText, repeatsText, stepsText, templateChangeText, templateProblemText } from './index.js';

const words = (text: string): TemplateText => ({ ar: `ا${text}`, fr: `f${text}`, en: `e${text}` });
const template: WorkflowTemplate = {
  key: 'any', version: 1, agreementType: 'twinning', title: words('T'), opening: { event: 'opened', orToday: true }, stages: [{ key: 'launch', title: words('S') }],
  events: [{ key: 'opened', title: words('O') }, { key: 'visa', title: words('V') }],
  milestones: [{ key: 'sign', number: '1.1', stage: 'launch', title: words('M'), responsible: { counterpart: false }, due: { rule: 'fixed', on: '2026-01-26' }, evidence: null, produces: [], certainty: 'confirmed', note: null }],
};
const versions = { from: template, to: template };
const after = (days: number, months = 0): DueRule => ({ rule: 'offset', from: { event: 'visa' }, days, months });
const step = { part: 'milestone', key: 'sign', title: words('M'), number: '1.1' } as const;
const CHANGES: TemplateChange[] = [
  { ...step, kind: 'added' }, { ...step, kind: 'removed' }, { ...step, kind: 'moved', after: null }, { ...step, kind: 'moved', after: words('A') }, { ...step, kind: 'title', from: words('M'), to: words('N') },
  { ...step, kind: 'number', from: '1.1', to: '1.2' }, { ...step, kind: 'stage', from: 'launch', to: 'renewal' }, { ...step, kind: 'certainty', from: 'confirmed', to: 'toVerify' },
  { ...step, kind: 'due', from: after(15), to: after(20) }, { ...step, kind: 'evidence', from: null, to: words('E') }, { ...step, kind: 'note', from: words('E'), to: null },
  { ...step, kind: 'responsible', from: { function: 'legal', counterpart: false }, to: { authority: 'governor', counterpart: true } }, { ...step, kind: 'produces', from: [], to: ['visa', 'lost'] },
  { part: 'event', key: 'visa', title: words('V'), number: null, kind: 'standIn', from: null, to: 'opened' }, { part: 'stage', key: 'launch', title: words('S'), number: null, kind: 'added' },
  { part: 'template', key: 'any', title: words('T'), number: null, kind: 'agreementType', from: 'twinning', to: 'chamber' }, { part: 'template', key: 'any', title: words('T'), number: null, kind: 'opening', from: { event: 'opened', orToday: false }, to: { event: 'opened', orToday: true } },
  { ...step, kind: 'other', field: 'recurrence' }, { ...step, kind: 'proof', from: 'declared', to: 'documented' }, { ...step, kind: 'confirmations', from: 'both', to: 'home' }, { ...step, kind: 'reminders', from: null, to: 'none' },
  { part: 'template', key: 'any', title: words('T'), number: null, kind: 'reminders', from: null, to: [{ role: 'owner', at: 0, hold: false, enabled: true }] },
  { ...step, kind: 'repeats', from: null, to: { everyMonths: 3, until: { event: 'visa' }, times: 4, startsAtAnchor: true } }, { ...step, kind: 'repeats', from: { everyMonths: 24 }, to: null },
  { ...step, kind: 'legal', from: false, to: true }, { ...step, kind: 'after', from: [], to: ['sign', 'lost'] }, { part: 'stage', key: 'launch', title: words('S'), number: null, kind: 'gate', from: ['sign'], to: [] },
  { ...step, kind: 'when', from: [], to: [{ attribute: 'partnerCountry', is: ['IN', 'US'] }, { attribute: 'partners', isNot: ['several'] }] },
];

describe('templates in words', () => {
  it.each<[DueRule, string, string, string]>([
    [after(15), 'بعد 15 يوما من «اV»', '15 jours après «\u00a0fV\u00a0»', '15 days after “eV”'],
    [after(-2), 'قبل يومين من «اV»', '2 jours avant «\u00a0fV\u00a0»', '2 days before “eV”'],
    [after(0), 'في يوم «اV»', 'le jour de «\u00a0fV\u00a0»', 'on the day of “eV”'],
    [after(-10, 6), 'بعد 6 أشهر ناقص 10 أيام من «اV»', '6 mois moins 10 jours après «\u00a0fV\u00a0»', '6 months less 10 days after “eV”'],
    [{ rule: 'latest', of: [after(1), { rule: 'offset', from: { milestone: 'sign' }, months: 1 }] }, 'آخر التواريخ التالية: بعد يوم واحد من «اV»، بعد شهر واحد من «1.1 اM»', 'la plus tardive des dates\u00a0: 1 jour après «\u00a0fV\u00a0», 1 mois après «\u00a01.1 fM\u00a0»', 'the latest of: one day after “eV”, one month after “1.1 eM”'],
    [{ rule: 'offset', from: { event: 'visa' }, years: 2, weeks: 3 }, 'بعد سنتين و3 أسابيع من «اV»', '2 ans et 3 semaines après «\u00a0fV\u00a0»', '2 years and 3 weeks after “eV”'],
    [{ rule: 'offset', from: { event: 'visa' }, working: { days: -5, side: 'home' } }, 'قبل 5 أيام عمل من «اV»', '5 jours ouvrables avant «\u00a0fV\u00a0»', '5 working days before “eV”'],
    [{ rule: 'endOf', period: 'quarter', from: { event: 'visa' }, days: 10 }, 'بعد 10 أيام من نهاية الفصل الذي يقع فيه «اV»', '10 jours après la fin du trimestre de «\u00a0fV\u00a0»', '10 days after the end of the quarter of “eV”'],
    [{ rule: 'endOf', period: 'year', from: { event: 'visa' } }, 'نهاية السنة التي يقع فيها «اV»', 'la fin de l’année de «\u00a0fV\u00a0»', 'the end of the year of “eV”'],
    [{ rule: 'fraction', from: { event: 'opened' }, to: { event: 'visa' }, numerator: 1, denominator: 2 }, '1/2 المدة من «اO» إلى «اV»', '1/2 de la durée de «\u00a0fO\u00a0» à «\u00a0fV\u00a0»', '1/2 of the time from “eO” to “eV”'],
    [{ rule: 'beforeSession', from: { event: 'visa' }, month: 2 }, 'قبل دورة المجلس لشهر فبراير التالية لـ«اV»', 'avant la session du conseil de février qui suit «\u00a0fV\u00a0»', 'before the February council session that follows “eV”'],
    [{ rule: 'beforeSession', from: { event: 'visa' }, lead: { days: 20 } }, '20 يوما قبل دورة المجلس التالية لـ«اV»', '20 jours avant la session du conseil qui suit «\u00a0fV\u00a0»', '20 days before the council session that follows “eV”'],
  ])('a due rule %#', (rule, ar, fr, en) => expect(LANGUAGES.map((language) => dueText(rule, template, language))).toEqual([ar, fr, en]));

  it('every difference is a sentence of its own in three languages, no blank left', () => {
    for (const language of LANGUAGES) {
      const sentences = CHANGES.map((change) => templateChangeText(change, versions, language));
      expect(new Set(sentences).size).toBe(CHANGES.length);
      for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|null/);
    }
    expect(templateChangeText({ ...step, kind: 'due', from: after(15), to: after(20) }, versions, 'en')).toBe('Step 1.1 “eM”: due rule changed. Was: 15 days after “eV”. Now: 20 days after “eV”.');
    expect(templateChangeText({ ...step, kind: 'responsible', from: { function: 'legal', counterpart: false }, to: { authority: 'governor', counterpart: true } }, versions, 'ar'))
      .toBe('المحطة 1.1 «اM»: تغيير من عليه الإنجاز. من قبل: الشؤون القانونية. حاليا: العامل، مع نقطة الاتصال لدى الشريك.');
  });

  it.each<[Recurrence, string, string, string]>([
    [{ everyMonths: 3, until: { event: 'visa' } }, 'كل 3 أشهر، إلى غاية «اV»', 'tous les 3 mois, jusqu’à «\u00a0fV\u00a0»', 'every 3 months, until “eV”'],
    [{ everyMonths: 12, startsAtAnchor: true, times: 2 }, 'كل سنة، ابتداء من ذلك التاريخ نفسه، مرتين على الأكثر', 'chaque année, dès cette date même, 2 fois au plus', 'every year, beginning on that very date, 2 times at most'],
  ])('a step that comes again %#', (rule, ar, fr, en) => expect(LANGUAGES.map((language) => repeatsText(rule, template, language))).toEqual([ar, fr, en]));

  it('a condition, with the names that the reader knows', () => {
    expect(conditionsText([{ attribute: 'partnerCountry', is: ['IN', 'US'] }, { attribute: 'partnerCity', isNot: ['dakar'] }], 'ar', (_, key) => (key === 'dakar' ? 'داكار' : undefined))).toBe('بلد الشريك: الهند أو الولايات المتحدة الأمريكية، والمدينة الشريكة: غير داكار');
    expect(stepsText(['sign', 'lost'], template, 'fr')).toBe('1.1 «\u00a0fM\u00a0», lost');
  });

  it('reminders, by role and day whatever their order', () => {
    const rules: ReminderRules = [{ role: 'council', at: 45, hold: true, enabled: false }, { role: 'owner', at: 'mondays', hold: false, enabled: true }, { role: 'owner', at: 3, hold: false, enabled: true }, { role: 'owner', at: -1, hold: false, enabled: true }];
    expect(LANGUAGES.map((language) => remindersText(rules, language))).toEqual([
      'المكلف بالتتبع: قبل الأجل بيوم واحد، بعد الأجل بـ 3 أيام، ثم كل يوم اثنين؛ مجلس التنسيق: بعد الأجل بـ 45 يوما (بعد الموافقة) (غير مفعّل)',
      'Chargé du suivi\u00a0: la veille, 3 jours après, puis chaque lundi\u00a0; Conseil de coordination\u00a0: 45 jours après (après approbation) (désactivé)',
      'In charge of the step: the day before, 3 days after, then every Monday; Coordination council: 45 days after (after approval) (switched off)',
    ]);
    expect(remindersText([{ role: 'owner', at: 'mondays', hold: false, enabled: true }], 'ar')).toBe('المكلف بالتتبع: كل يوم اثنين');
  });

  it('a title that changed in another language only is shown in that one', () => {
    expect(templateChangeText({ ...step, kind: 'title', from: words('M'), to: { ...words('M'), ar: 'جديد' } }, versions, 'en')).toBe('Step 1.1 “eM”: renamed. Was: “اM”. Now: “جديد”.');
  });

  it('every problem says what to do in three languages', () => {
    const codes = ['shape', 'duplicateKey', 'unknownStage', 'unknownEvent', 'unknownMilestone', 'producedTwice', 'cycle', 'noOwner', 'unreachable', 'neverInForce', 'endless', 'precedesAnchor', 'fractionOutside', 'legalMoved', 'unknownToClub', 'neverOpens', 'unknownAttribute', 'unknownRole', 'duplicateRung', 'rungWithoutApproval', 'tooManyRungs', 'rungTooEarly', 'proofOfOneSide'] as const satisfies readonly TemplateProblemCode[];
    expectTypeOf<Exclude<TemplateProblemCode, (typeof codes)[number]>>().toEqualTypeOf<never>();
    for (const code of codes) {
      for (const language of LANGUAGES) expect(templateProblemText({ code, key: 'visa' }, language)).not.toMatch(/[{}]/);
    }
    expect(isTemplateProblemCode('toString')).toBe(false);
  });
});
