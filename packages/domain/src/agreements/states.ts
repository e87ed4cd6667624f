import type { AgreementStatus } from '@tawama/contracts';

/** What is done to an agreement as a whole; `sign` is what recording its signature does, `expire` what the program does when its term is over. */
export const AGREEMENT_ACTS = ['sign', 'suspend', 'resume', 'complete', 'terminate', 'expire'] as const;
export type AgreementAct = (typeof AGREEMENT_ACTS)[number];

const TRANSITIONS: Readonly<Record<AgreementStatus, Readonly<Partial<Record<AgreementAct, AgreementStatus>>>>> = {
  preparing: { sign: 'active', suspend: 'suspended', terminate: 'terminated' },
  active: { suspend: 'suspended', complete: 'completed', terminate: 'terminated', expire: 'expired' },
  suspended: { resume: 'active', terminate: 'terminated' },
  completed: {},
  terminated: {},
  expired: {},
};

/** The status after the act, or null when an agreement of that status does not know it. `resume` gives `active`: one that was never signed goes on preparing. */
export const agreementTransition = (status: AgreementStatus, act: AgreementAct): AgreementStatus | null => TRANSITIONS[status][act] ?? null;

/** What people may do to an agreement of this status. */
export const allowedAgreementActs = (status: AgreementStatus): AgreementAct[] =>
  AGREEMENT_ACTS.filter((act) => act !== 'sign' && act !== 'expire' && agreementTransition(status, act) !== null);

/** Over for good: nothing in it changes any more. */
export const isEnded = (status: AgreementStatus): boolean => status === 'completed' || status === 'terminated' || status === 'expired';
