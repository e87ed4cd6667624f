import { readdirSync, readFileSync } from 'node:fs';
import { MILESTONE_COMMANDS } from '@tawama/workflow';
import { describe, expect, it } from 'vitest';
import { AGREEMENT_ACTS } from '../agreements/index.js';
import { type History, lines, replay } from './histories/replay.js';

const FOLDER = new URL('histories/', import.meta.url);
const HISTORIES = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as History);

// What happened once must come out the same in every later version of the rules; a change here is a change for running agreements.
describe('recorded histories', () => {
  it.each(HISTORIES)('$about', (history) => expect(lines(replay(history), history)).toEqual(history.plan));

  it('hold every command of a step and of an agreement, and everything that the program does by itself', () => {
    const acts = HISTORIES.flatMap((history) => history.acts);
    const named = (key: 'command' | 'agreement') => new Set(acts.flatMap((act) => (act[key] as { name: string } | undefined)?.name ?? []));
    expect(MILESTONE_COMMANDS.filter((name) => name !== 'complete' && !named('command').has(name))).toEqual([]);
    // Signing is an event, expiring is the program's.
    expect(AGREEMENT_ACTS.filter((name) => name !== 'sign' && name !== 'expire' && !named('agreement').has(name))).toEqual([]);
    expect(new Set(acts.flatMap(({ program }) => program ?? []))).toEqual(new Set(['looks', 'expires', 'starts reminders']));
    for (const key of ['event', 'migrate', 'project', 'coordinator'] as const) expect(acts.filter((act) => act[key] !== undefined)).not.toEqual([]);
  });
});
