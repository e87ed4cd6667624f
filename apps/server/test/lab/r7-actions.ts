import fc from 'fast-check';

export const STEPS = 4;
export const OWNERS = 2;

/** What happens next; `step` and `owner` are places, days and hours relative to where the club stands. */
export type Action =
  | { do: 'reschedule'; step: number; days: number }
  | { do: 'submit' | 'accept' | 'return' | 'block' | 'unblock' | 'mark-not-applicable' | 'start'; step: number }
  | { do: 'assign'; step: number; owner: number }
  /** `wait`: until everything that fell due is done with; else the next edit meets the sweep at work */
  | { do: 'pass'; hours: number; wait: boolean };

const step = fc.nat(STEPS - 1);

export const actionArbitrary: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('reschedule' as const), step, days: fc.integer({ min: -2, max: 15 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('submit' as const, 'return' as const, 'block' as const, 'unblock' as const), step }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('accept' as const, 'mark-not-applicable' as const, 'start' as const), step }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('assign' as const), step, owner: fc.nat(OWNERS - 1) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 30 }), wait: fc.boolean() }) },
);
