export { changeCoordinator, checkNotClosed, type NewAgreement, openAgreement, recordEvent, startReminders } from './commands.js';
export { type AgreementSummary, type NextStep, summarise, type SummedStep } from './summary.js';
export { agreementTitle } from './title.js';
