import { describe, expect, it } from 'vitest';
import { allowedCommands, isFinished, openingStatus, MILESTONE_COMMANDS, MILESTONE_STATUSES, transition } from './states.js';

describe('the life of a step', () => {
  it('answers every command in every status', () => {
    for (const status of MILESTONE_STATUSES) for (const command of MILESTONE_COMMANDS) {
      const next = transition(status, command);
      expect(next === null || MILESTONE_STATUSES.includes(next)).toBe(true);
    }
  });

  it('knows these commands and no other', () => {
    expect(Object.fromEntries(MILESTONE_STATUSES.map((status) => [status, allowedCommands(status).join(' ')]))).toEqual({
      planned: 'start submit block mark-not-applicable reschedule assign confirm deny',
      open: 'start submit block mark-not-applicable reschedule assign confirm deny',
      submitted: 'accept return mark-not-applicable assign confirm deny',
      blocked: 'submit unblock mark-not-applicable reschedule assign confirm deny',
      done: 'confirm deny reopen', notApplicable: 'reopen', cancelled: '',
    });
  });

  it('leads out of what is finished only when it is reopened', () => {
    for (const status of MILESTONE_STATUSES.filter(isFinished)) for (const command of MILESTONE_COMMANDS.filter((one) => one !== 'reopen')) expect([null, status]).toContain(transition(status, command));
  });

  it('opens what is settled or begun', () => {
    expect([openingStatus(true, null), openingStatus(false, '2026-01-01'), openingStatus(false, null)]).toEqual(['open', 'open', 'planned']);
  });
});
