import { describe, expect, it } from 'vitest';
import { translatorOf } from './translate.js';

const six = { count: 'لا شيء |||| واحد |||| اثنان |||| %{smart_count} أيام |||| %{smart_count} يوما |||| %{smart_count} يوم' };

describe('the translator', () => {
  it('chooses among the six Arabic forms', () => {
    const t = translatorOf(six, 'ar');
    expect([0, 1, 2, 3, 10, 11, 99, 100, 103, 111].map((smart_count) => t('count', { smart_count }))).toEqual(['لا شيء', 'واحد', 'اثنان', '3 أيام', '10 أيام', '11 يوما', '99 يوما', '100 يوم', '103 أيام', '111 يوما']);
  });
  it('chooses between two forms in French, where zero is singular, and in English, where it is plural', () => {
    const messages = { a: { b: 'one |||| many' } };
    expect([0, 1, 2].map((smart_count) => translatorOf(messages, 'fr')('a.b', { smart_count }))).toEqual(['one', 'one', 'many']);
    expect([0, 1, 2].map((smart_count) => translatorOf(messages, 'en')('a.b', { smart_count }))).toEqual(['many', 'one', 'many']);
  });
  it('lets no French line begin with a colon, a question mark or a closing guillemet', () => {
    const messages = { ask: 'Supprimer « %{name} » ? Oui : %{n} %' };
    expect(translatorOf(messages, 'fr')('ask', { name: 'Une vue', n: 5 })).toBe('Supprimer «\u00a0Une vue\u00a0»\u00a0? Oui\u00a0: 5\u00a0%');
    expect(translatorOf(messages, 'en')('ask', { name: 'Une vue', n: 5 })).toBe('Supprimer « Une vue » ? Oui : 5 %');
  });
  it('fills blanks and falls back for an unknown key', () => {
    const t = translatorOf({ hello: 'Hello %{name}, %{missing}' }, 'en');
    expect(t('hello', { name: 'N’Djamena $&' })).toBe('Hello N’Djamena $&, %{missing}');
    expect(t('no.such.key')).toBe('no.such.key');
    expect(t('no.such.key', { _: 'instead' })).toBe('instead');
    expect(t('constructor.name')).toBe('constructor.name');
  });
});
