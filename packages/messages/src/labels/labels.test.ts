import * as contracts from '@tawama/contracts';
import { describe, expect, it } from 'vitest';
import { COUNTRY_CODES, countryName, label, labelsIn, rungText, type LabelGroup } from './index.js';
import { stageTitle } from './stage-title.js';

const { LANGUAGES } = contracts;
const flat = (node: object, path = ''): [string, string][] =>
  Object.entries(node).flatMap(([key, child]: [string, unknown]) => (typeof child === 'string' ? [[`${path}${key}`, child] as [string, string]] : flat(child as object, `${path}${key}.`)));

describe('labels', () => {
  it('stand in three languages, none empty, Arabic in Arabic letters', () => {
    const keys = flat(labelsIn('en')).map(([key]) => key).sort();
    for (const language of LANGUAGES) {
      const words = flat(labelsIn(language));
      expect(words.map(([key]) => key).sort()).toEqual(keys);
      for (const [key, text] of words) expect(text.trim(), key).not.toBe('');
    }
    for (const [key, text] of flat(labelsIn('ar'))) expect(text, key).toMatch(/[\u0621-\u064a]/);
  });

  it.each([
    ['agreementType', contracts.AGREEMENT_TYPES], ['agreementStatus', contracts.AGREEMENT_STATUSES], ['milestoneStatus', contracts.MILESTONE_STATUSES], ['stage', contracts.KNOWN_STAGES], ['event', contracts.KNOWN_EVENTS],
    ['personFunction', contracts.PERSON_FUNCTIONS], ['role', contracts.ROLES], ['waitingOn', contracts.WAITING_ON], ['evidenceLevel', contracts.EVIDENCE_LEVELS], ['evidenceKind', contracts.EVIDENCE_KINDS], ['side', contracts.SIDES], ['sidesState', contracts.SIDES_STATES], ['deliveryKind', contracts.DELIVERY_KINDS],
    ['deliveryState', contracts.DELIVERY_STATES], ['reminderState', contracts.REMINDER_STATES], ['recipientRole', contracts.RECIPIENT_ROLES], ['identification', contracts.IDENTIFICATIONS], ['contactKind', contracts.CONTACT_KINDS], ['subjectType', contracts.SUBJECT_TYPES], ['vitality', contracts.VITALITY_LEVELS],
    ['incidentState', contracts.INCIDENT_STATES], ['axis', contracts.AXES], ['projectStatus', contracts.PROJECT_STATUSES], ['articleState', contracts.ARTICLE_STATES], ['milestoneCommand', Object.keys(contracts.milestoneCommands)],
  ] as const satisfies readonly (readonly [LabelGroup, readonly string[]])[])('%s: one for each value of the contracts', (group, values) => {
    expect(Object.keys(labelsIn('en')[group]).sort()).toEqual([...values].sort());
  });

  it('a value without a word comes back as it is', () => {
    expect(label('source', 'Letter of 3 March', 'ar')).toBe('Letter of 3 March');
    expect(label('source', 'constructor', 'ar')).toBe('constructor');
    expect(label('source', 'press', 'fr')).toBe('Source : presse, du 27 au 31 octobre 2025');
  });

  it('a stage goes by the name that its template gives it, else by the word of the program', () => {
    const title = { ar: 'الزيارات', fr: 'Visites', en: 'Visits' };
    expect(stageTitle([{ key: 'visits', title }, { key: 'launch', title: { ...title, en: 'Kick-off' } }], 'launch').en).toBe('Kick-off');
    expect(stageTitle([{ key: 'visits', title }], 'dormancy')).toEqual({ ar: 'الخمول', fr: 'Mise en sommeil', en: 'Dormancy' });
    expect(stageTitle([], 'constructor')).toEqual({ ar: 'constructor', fr: 'constructor', en: 'constructor' });
  });

  it('countries', () => {
    expect(COUNTRY_CODES.sort()).toEqual(['BF', 'BJ', 'GM', 'IN', 'MA', 'ML', 'NE', 'SN', 'TD', 'US']);
    expect(countryName('BJ', 'ar')).toBe('بنين');
    expect(countryName('KE', 'ar')).toBe('KE');
  });

  it('rungs of the ladder', () => {
    expect(rungText('d-7', 'fr')).toBe('rappel, 7 jours avant');
    expect(rungText('d0', 'ar')).toBe('تذكير يوم الأجل');
    expect(rungText('d+3', 'ar')).toBe('التذكير الأول بعد الأجل بـ 3 أيام');
    expect(rungText('d+10', 'fr')).toBe('relance n° 2, 10 jours après');
    expect(rungText('digest-2', 'en')).toBe('weekly summary no. 2');
    expect(rungText('d+5', 'en')).toBe('follow-up, 5 days after');
    expect(rungText('digest-0', 'fr')).toBe('récapitulatif hebdomadaire');
    expect(rungText('elsewhen', 'en')).toBe('elsewhen');
  });
});
