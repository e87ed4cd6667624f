import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../src/app.module.js';
import { ENTITIES } from '../../src/entities.js';
import { IncidentsStore } from '../../src/features/incidents/incidents.store.js';
import { MailWriter } from '../../src/features/mails/mail-writer.js';
import { Courier, type Carried, type Letter } from '../../src/features/sending/courier.js';
import { SendingStore, type Claim } from '../../src/features/sending/sending.store.js';
import { createDataSource, Database } from '../../src/platform/db/database.js';
import { Env } from '../../src/platform/env.js';
import { Lifecycle } from '../../src/platform/lifecycle.js';
import { createLog, NestLog } from '../../src/platform/log.js';
import { openQueueBackend } from '../../src/platform/queue/open-backend.js';
import { loadZoneTable } from '../../src/platform/zones.js';

interface Watch { onHandedOver(claim: Claim): void; onRecorded(): void }

/** Everything of the courier but writing and the line. */
class NoOpCourier extends Courier {
  watch: Watch | undefined;

  override async prepare(claims: readonly Claim[]): Promise<Letter[]> { return claims.map((claim) => ({ claim, mail: null, told: null, to: 'nobody@example.org', bytes: Buffer.of() })); }

  override async carry({ claim }: Letter): Promise<Carried> {
    this.watch?.onHandedOver(claim);
    return { outcome: { result: 'accepted', code: 250, text: 'ok' }, offer: 'offered', untouched: false };
  }

  override async record(letter: Letter, carried: Carried): Promise<boolean> {
    const again = await super.record(letter, carried);
    this.watch?.onRecorded();
    return again;
  }
}

export interface NoOpProgram { app: NestFastifyApplication; close(): Promise<void> }

/**
 * A worker as it is, timer, sweep, queue, claims, leases and records, but for the transport: a mail is neither written nor
 * offered to a server, as a job queue's handler that does nothing. It is recorded as sent.
 * @param onHandedOver runs when a claim has come to the transport
 */
export async function startNoOpProgram(settings: { databaseUrl: string; redisUrl?: string | undefined; connections: number }, onHandedOver: (claim: Claim) => void, onRecorded: () => void): Promise<NoOpProgram> {
  const { databaseUrl, redisUrl, connections } = settings;
  // The address of a mail server is only there so that there are slots; nobody ever connects to it.
  const env = Env.read({ DATABASE_URL: databaseUrl, DATA_DIR: mkdtempSync(join(tmpdir(), 'tawama-no-op-')), DEMO: 'false', ROLE: 'worker', LOG_LEVEL: 'warn', MAIL_CONNECTIONS: String(connections), SMTP_URL: 'smtp://127.0.0.1:9', ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }) });
  const log = createLog(env.logLevel);
  const lifecycle = new Lifecycle(log, 10_000);
  const dataSource = createDataSource({ url: databaseUrl, entities: ENTITIES, log, applicationName: 'tawama worker' });
  await dataSource.initialize();
  lifecycle.onStop('database', 'pool', () => dataSource.destroy());
  const queueBackend = await openQueueBackend(env, databaseUrl, log);
  lifecycle.onStop('queue', 'connections', () => queueBackend.close());
  const module = await Test.createTestingModule({ imports: [AppModule.on({ env, log, lifecycle, zones: loadZoneTable(), dataSource, queueBackend })] })
    .overrideProvider(Courier).useFactory({
      inject: [Database, SendingStore, MailWriter, IncidentsStore],
      factory: (...[database, store, writer, incidents]: [Database, SendingStore, MailWriter, IncidentsStore]) => {
        const courier = new NoOpCourier(database, store, writer, incidents, log);
        courier.watch = { onHandedOver, onRecorded };
        return courier;
      },
    }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: new NestLog(log) });
  lifecycle.onStop('http', 'server', () => app.close());
  await app.init();
  return { app, close: () => lifecycle.stop() };
}
