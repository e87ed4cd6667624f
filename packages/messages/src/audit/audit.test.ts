import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '@tawama/contracts';
import { describe, expect, it } from 'vitest';
import { labelsIn } from '../labels/index.js';
import { AUDIT_ACTIONS, auditSentence } from './index.js';

const server = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../../apps/server/src');
const sources = (): string[] => readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).map((file) => readFileSync(path.join(server, file), 'utf8'));

describe('the journal in words', () => {
  it('every action has a sentence in three languages, blanks filled or left out', () => {
    for (const action of AUDIT_ACTIONS) for (const language of LANGUAGES) {
      const text = auditSentence({ action, before: null, after: null }, language);
      expect(text).not.toMatch(/[{}]/);
      if (language === 'ar') expect(text).toMatch(/[\u0621-\u064a]/);
    }
  });

  it('every action that the server writes is known here', () => {
    const known = new Set<string>(AUDIT_ACTIONS);
    const written = new Set(sources().flatMap((text) => [...text.matchAll(/action: '([a-z]{2,}\.[a-zA-Z-]+)'/g)].map(([, action = '']) => action.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()))));
    expect(written.size).toBeGreaterThan(10);
    expect([...written].filter((action) => !known.has(action))).toEqual([]);
  });

  it('every incident that the server opens has its sentence', () => {
    const opened = new Set(sources().flatMap((text) => [...text.matchAll(/incidents?\.open\([^)]*?kind: '([a-z-]+\/[a-z-]+)'/g)].map(([, kind = '']) => kind)));
    expect([...opened].filter((kind) => !Object.hasOwn(labelsIn('en').incidentKind, kind))).toEqual([]);
  });

  it('tells the dates, events and roles of an entry', () => {
    expect(auditSentence({ action: 'milestone.reschedule', before: { dueOn: '2026-11-23' }, after: { dueOn: '2026-12-01' } }, 'fr')).toBe('Échéance déplacée du 23 nov. 2026 au 1er déc. 2026');
    expect(auditSentence({ action: 'milestone.reschedule', before: { dueOn: null }, after: { dueOn: '2026-12-01' } }, 'en')).toBe('Due date of the step changed');
    expect(auditSentence({ action: 'agreement.recordEvent', before: {}, after: { events: { signed: '2025-10-31', inForce: '2025-10-31' } } }, 'en')).toBe('Recorded: Signature: 31 Oct 2025; Entry into force: 31 Oct 2025');
    expect(auditSentence({ action: 'agreement.record-event', before: {}, after: { events: { signed: '2025-10-31' } } }, 'ar')).toBe('تسجيل التوقيع: 31 أكتوبر 2025');
    expect(auditSentence({ action: 'milestone.mark-not-applicable', before: {}, after: {} }, 'en')).toBe('Step marked as not applicable');
    expect(auditSentence({ action: 'account.change', before: { role: 'legal' }, after: { role: 'coordinator' } }, 'en')).toBe('Role of the account changed from Legal reviewer to Coordinator');
    expect(auditSentence({ action: 'some.thing', before: null, after: null }, 'en')).toBe('Other operation (some.thing)');
    expect(auditSentence({ action: 'toString', before: null, after: null }, 'en')).toBe('Other operation (toString)');
  });
});

it('calls a date of a template’s own as the entry keeps its name, also without the template', () => {
  const entry = { action: 'agreement.record-event', before: {}, after: { events: { 'event-1': '2026-03-02', signed: '2025-10-31' }, eventTitles: { 'event-1': { ar: 'زيارة أولى', fr: 'Première visite', en: 'First visit' } } } };
  expect(LANGUAGES.map((language) => auditSentence(entry, language))).toEqual(['تسجيل زيارة أولى: 2 مارس 2026؛ التوقيع: 31 أكتوبر 2025', 'Enregistré – Première visite\u00a0: 2 mars 2026\u00a0; Signature\u00a0: 31 oct. 2025', 'Recorded: First visit: 2 Mar 2026; Signature: 31 Oct 2025']);
  expect(auditSentence({ ...entry, after: { ...entry.after, eventTitles: { 'event-1': 7 } } }, 'en')).toBe('Recorded: event-1: 2 Mar 2026; Signature: 31 Oct 2025');
});
