import { PERMISSIONS, ROLES } from '@tawama/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permissionsOf } from '../access/index.js';
import { mayRemoveEvidence } from './removing.js';

describe('a file of evidence', () => {
  it('is removed by those in charge; the legal reviewer removes their own; the council none', () => {
    const removing = (uploadedBy: string | null) => ROLES.filter((role) => mayRemoveEvidence({ accountId: 'me', permissions: permissionsOf(role) }, uploadedBy));
    expect(removing('me')).toEqual(['administrator', 'coordinator', 'legal']);
    for (const other of ['somebody', null]) expect(removing(other)).toEqual(['administrator', 'coordinator']);
  });

  it('is never out of reach of whoever may remove that of others, and of nobody without the right to write', () => {
    fc.assert(fc.property(fc.subarray([...PERMISSIONS]), fc.option(fc.constantFrom('me', 'somebody')), (permissions, uploadedBy) => {
      const may = mayRemoveEvidence({ accountId: 'me', permissions }, uploadedBy);
      if (may) expect(permissions).toContain('evidence.write');
      if (may) expect(mayRemoveEvidence({ accountId: 'me', permissions }, 'me')).toBe(true);
    }));
  });
});
