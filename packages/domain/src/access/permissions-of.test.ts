import { PERMISSIONS, ROLES } from '@tawama/contracts';
import { describe, expect, it } from 'vitest';
import { may, permissionsOf } from './permissions-of.js';

describe('rights', () => {
  it('are all the administrator\'s', () => expect(permissionsOf('administrator')).toEqual([...PERMISSIONS]));

  it('let the council read and nothing else', () => {
    expect(permissionsOf('council').filter((right) => !right.endsWith('.read'))).toEqual([]);
  });

  it('keep administration to administrators', () => {
    for (const role of ROLES) {
      for (const right of ['job.manage', 'user.manage', 'backup.read', 'holiday.write'] as const) expect(may(role, right)).toBe(role === 'administrator');
    }
  });

  it('let the coordinator command and the legal reviewer accept', () => {
    expect(may('coordinator', 'agreement.command')).toBe(true);
    expect(may('legal', 'milestone.review')).toBe(true);
    expect(may('legal', 'agreement.command')).toBe(false);
    expect(ROLES.filter((role) => may(role, 'legal.write'))).toEqual(['administrator', 'legal']);
    expect(ROLES.filter((role) => may(role, 'evidence.write'))).toEqual(['administrator', 'coordinator', 'legal']);
  });
});
