export { createTestDatabase, type TestDatabase } from './database.js';
export { FixedClock } from './fixed-clock.js';
export { startSmtpSink, type ReceivedMail, type SmtpAnswer, type SmtpSink } from './smtp-sink.js';
