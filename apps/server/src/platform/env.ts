import { resolve } from 'node:path';
import { isKnownZone } from '@tawama/domain';
import { z } from 'zod';
import { readStorageUrl } from './storage/storage-url.js';
import { loadZoneTable } from './zones.js';

/** The one place that reads the environment. A wrong value ends the start with one line that names the variable. */

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);
const DEMO_CLOCK_START = '2026-01-26T08:00:00Z';

const wholeNumber = (least: number, most: number) =>
  z.string().regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`).transform(Number)
    .refine((n) => n >= least && n <= most, `must be a whole number from ${least} to ${most}`);

const url = (what: string, protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), `must be ${what}`);

// Asked of the zone data that will be used: Node's own know other names and other rules.
const zone = z.string().refine((name) => isKnownZone(loadZoneTable(), name), 'must be the name of a time zone, like Africa/El_Aaiun');

const mailAddress = /^[^\s@<>"]+@[^\s@<>"]+$/;

const variables = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z.string().regex(/^[\w.:[\]-]+$/, 'must be a host name or an address to listen on').default('127.0.0.1'),
  PUBLIC_URL: url('an http or https address, like https://club.example', ['http:', 'https:']).optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: url('an address like postgres://user:password@host:5432/name', ['postgres:', 'postgresql:']).optional(),
  STORAGE_URL: z.string().optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  AWS_SESSION_TOKEN: z.string().optional(),
  AWS_REGION: z.string().optional(),
  REDIS_URL: url('an address like redis://host:6379', ['redis:', 'rediss:']).optional(),
  SMTP_URL: url('an address like smtp://user:password@host:587', ['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().refine((text) => mailAddress.test(/^[^<>]*<([^<>]+)>$/.exec(text)?.[1] ?? text), 'must be a mail address, alone or as Name <address>').default('club@localhost'),
  ROLE: z.enum(['all', 'api', 'worker'], 'must be all, api or worker').default('all'),
  DEMO: z.enum(['true', 'false', 'public'], 'must be true, public or false').optional(),
  ADMIN_EMAIL: z.string().regex(mailAddress, 'must be a mail address').optional(),
  CLOCK_START: z.iso.datetime({ offset: true, error: 'must be an instant like 2026-01-26T08:00:00Z' }).optional(),
  CLUB_TIME_ZONE: zone.default('Africa/El_Aaiun'),
  UPLOAD_MAX_MB: wholeNumber(1, 1_000).default(25),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'must be fatal, error, warn, info, debug, trace or silent').default('info'),

  // Not part of the contract: for operators' monitoring and for tests that cannot wait.
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  LEASE_SECONDS: wholeNumber(1, 3600).default(90),
  SWEEP_SECONDS: wholeNumber(1, 15).default(15),
  MAIL_CONNECTIONS: wholeNumber(1, 128).default(3),
  SMTP_TIMEOUT_SECONDS: wholeNumber(1, 600).default(30),
  STOP_SECONDS: wholeNumber(1, 120).default(30),
});

/** Thrown with the one line to show the operator. */
export class EnvError extends Error {
  constructor(readonly variable: string, rule: string) {
    super(`${variable} ${rule}`);
    this.name = 'EnvError';
  }
}

function settingsFrom(read: z.infer<typeof variables>) {
  const embedded = read.DATABASE_URL === undefined;
  const publicUrl = (read.PUBLIC_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, '');
  const publicHost = new URL(publicUrl).hostname;
  if (publicUrl.startsWith('http:') && !LOOPBACK.has(publicHost)) {
    throw new EnvError('PUBLIC_URL', `must begin with https unless it is on this machine (got ${publicUrl}): signing in over plain http would show passwords to the network`);
  }
  if (read.ROLE !== 'all' && embedded) {
    throw new EnvError('ROLE', `${read.ROLE} needs DATABASE_URL: the embedded database belongs to one process`);
  }
  // Somebody who names an administrator wants a club of their own, not the demonstration.
  const demo = read.DEMO ?? (embedded && read.ADMIN_EMAIL === undefined ? 'true' : 'false');
  if (demo === 'true' && !LOOPBACK.has(read.HOST)) {
    throw new EnvError('HOST', `${read.HOST} is not this machine, and the demonstration has known passwords: set DEMO=false (an empty club) or DEMO=public (random passwords)`);
  }
  if (demo === 'true' && !LOOPBACK.has(publicHost)) {
    throw new EnvError('PUBLIC_URL', `${publicUrl} is not this machine, and the demonstration has known passwords: set DEMO=false (an empty club) or DEMO=public (random passwords)`);
  }
  const storage = read.STORAGE_URL === undefined ? undefined : readStorageUrl(read.STORAGE_URL, {
    AWS_ACCESS_KEY_ID: read.AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY: read.AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN: read.AWS_SESSION_TOKEN, AWS_REGION: read.AWS_REGION,
  });
  if (typeof storage === 'string') throw new EnvError('STORAGE_URL', storage);
  return {
    port: read.PORT,
    host: read.HOST,
    publicUrl,
    dataDir: resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL,
    /** The bucket that keeps files; absent: the folder of the data. */
    storage,
    redisUrl: read.REDIS_URL,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    role: read.ROLE,
    demo,
    adminEmail: read.ADMIN_EMAIL,
    /** ISO instant the club clock starts at when the database is created; absent: the real time. */
    clockStart: read.CLOCK_START ?? (demo === 'false' ? undefined : DEMO_CLOCK_START),
    clubTimeZone: read.CLUB_TIME_ZONE,
    /** The largest file that is taken in. */
    uploadMaxBytes: read.UPLOAD_MAX_MB * 1_048_576,
    logLevel: read.LOG_LEVEL,
    /** Bearer token that opens /metrics to other machines. */
    metricsToken: read.METRICS_TOKEN,
    /** How long a claimed delivery belongs to its worker. */
    leaseSeconds: read.LEASE_SECONDS,
    /** The longest pause between two sweeps. */
    sweepSeconds: read.SWEEP_SECONDS,
    /** SMTP connections of one worker. */
    mailConnections: read.MAIL_CONNECTIONS,
    /** Every SMTP time-out; shorter than the lease. */
    smtpTimeoutSeconds: read.SMTP_TIMEOUT_SECONDS,
    /** After this many seconds a stop goes on without whatever still hangs. */
    stopSeconds: read.STOP_SECONDS,
  };
}

/** The settings of this process; injectable by its class. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- every field is set by read(), the only way to make one
export interface Env extends ReturnType<typeof settingsFrom> {}
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- as above
export class Env {
  private constructor() {}

  /**
   * @param source variables as strings; an empty one counts as absent
   * @throws EnvError naming the first wrong variable
   */
  static read(source: Record<string, string | undefined> = process.env): Env {
    const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
    const read = variables.safeParse(given);
    if (!read.success) {
      const issue = read.error.issues[0];
      const name = String(issue?.path[0] ?? 'environment');
      const shown = name.endsWith('_URL') || name.endsWith('_TOKEN') ? '' : ` (got ${JSON.stringify(given[name])})`;
      throw new EnvError(name, `${issue?.message ?? 'is wrong'}${shown}`);
    }
    if (read.data.SMTP_TIMEOUT_SECONDS >= read.data.LEASE_SECONDS && given['SMTP_TIMEOUT_SECONDS'] !== undefined) {
      throw new EnvError('SMTP_TIMEOUT_SECONDS', 'must be less than LEASE_SECONDS');
    }
    const settings = settingsFrom(read.data);
    const smtpTimeoutSeconds = Math.min(settings.smtpTimeoutSeconds, Math.max(1, Math.floor(settings.leaseSeconds / 2)));
    return Object.freeze(Object.assign(new Env(), settings, { smtpTimeoutSeconds }));
  }
}
