export { createTestDatabase, type TestDatabase } from './database.js';
export { FixedClock } from './fixed-clock.js';
export { startSmtpSink, type ReceivedMail, type SmtpAnswer, type SmtpSink } from './smtp-sink.js';
export { freePort, startDebianPostgres, startRedis, type TestPostgres, type TestServer } from './servers.js';
export { chromium, debianPostgres, redisServer } from './tools.js';
