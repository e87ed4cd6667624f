export { chanceFrom, type Chance } from './chance.js';
export { createTestDatabase, type TestDatabase } from './database.js';
export { FixedClock } from './fixed-clock.js';
export { startSmtpSink, type ReceivedMail, type SmtpAnswer, type SmtpSink } from './smtp-sink.js';
export { startSwiftSink, type SwiftSink, type TakenMail } from './swift-sink.js';
export { startS3Sink, type S3Answer, type S3Sink } from './s3-sink.js';
export { startTcpProxy, type Loss, type TcpProxy } from './tcp-proxy.js';
export { freePort, startDebianPostgres, startRedis, type TestRedis, type TestPostgres, type TestServer } from './servers.js';
export { chromium, debianPostgres, redisServer } from './tools.js';
/** An independent reading of a mail: what we compose is judged by another library. */
export { simpleParser as parseMail } from 'mailparser';
