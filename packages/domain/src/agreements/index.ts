export { changeCoordinator, checkNotClosed, type NewAgreement, openAgreement, recordEvent, startReminders } from './commands.js';
export { AGREEMENT_ATTRIBUTES, attributesOf } from './attributes.js';
export { decideLife, expire, isTermOver } from './life.js';
export { RENEWAL_DAYS, RENEWAL_KEYS, renewalWindow, type RenewalWindow } from './renewal.js';
export { AGREEMENT_ACTS, type AgreementAct, agreementTransition, allowedAgreementActs, isEnded } from './states.js';
export { type AgreementSummary, type NextStep, summarise, type SummedStep } from './summary.js';
export { agreementTitle } from './title.js';
