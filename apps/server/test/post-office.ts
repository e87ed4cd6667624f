import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentsStore } from '../src/features/mails/contents.store.js';
import { Courier } from '../src/features/sending/courier.js';
import { DeliveriesStore } from '../src/features/deliveries/deliveries.store.js';
import { IncidentsStore } from '../src/features/incidents/incidents.store.js';
import { MailDesk } from '../src/features/deliveries/mail-desk.js';
import { MailWriter } from '../src/features/mails/mail-writer.js';
import { Sender } from '../src/features/sending/sender.js';
import { SendingStore } from '../src/features/sending/sending.store.js';
import { Forecast } from '../src/features/forecast/forecast.js';
import { ForecastStore } from '../src/features/forecast/forecast.store.js';
import { MaterialiseStore } from '../src/features/sweeps/materialise.store.js';
import { Materialiser } from '../src/features/sweeps/materialiser.js';
import { PlanStore } from '../src/features/reminders/plan.store.js';
import { Sweep } from '../src/features/sweeps/sweep.js';
import { Env } from '../src/platform/env.js';
import { LinkTokens } from '../src/platform/http/link-tokens.js';
import { Lifecycle } from '../src/platform/lifecycle.js';
import { createLog } from '../src/platform/log.js';
import type { TestGround } from './ground.js';

/** What makes and sends mails in one process, wired as the modules wire it. */
export interface PostOffice {
  sweep: Sweep; sender: Sender; sending: SendingStore; courier: Courier; materialiser: Materialiser; forecast: Forecast; lifecycle: Lifecycle; desk: MailDesk;
  writer: MailWriter; contents: ContentsStore; deliveries: DeliveriesStore; incidents: IncidentsStore; materialise: MaterialiseStore; env: Env;
  /** Sweeps and sends until nothing is due. */
  work(): Promise<void>;
}

/** @param variables environment variables, such as SMTP_URL or LEASE_SECONDS */
export function postOfficeOn(ground: TestGround, variables: Record<string, string> = {}): PostOffice {
  const env = Env.read({ DATA_DIR: mkdtempSync(join(tmpdir(), 'tawama-post-')), ...variables });
  const log = createLog(process.env['TEST_LOG'] ?? 'silent');
  const lifecycle = new Lifecycle(log, 10_000);
  const [contents, deliveries, incidents, sending, materialise] = [new ContentsStore(), new DeliveriesStore(), new IncidentsStore(), new SendingStore(ground.database), new MaterialiseStore(ground.database, env)];
  const writer = new MailWriter(contents, env, new LinkTokens(env), ground.zones);
  const desk = new MailDesk(deliveries, writer, contents, incidents);
  const courier = new Courier(ground.database, sending, writer, incidents, log);
  const sender = new Sender(sending, courier, env, lifecycle, log);
  sender.onModuleInit();
  const materialiser = new Materialiser(ground.database, materialise, new PlanStore(), desk, ground.zones);
  const sweep = new Sweep(ground.database, materialiser, materialise, ground.zones);
  const forecast = new Forecast(ground.database, new ForecastStore(env), desk, ground.zones);
  return {
    sweep, sender, sending, courier, materialiser, forecast, lifecycle, desk, writer, contents, deliveries, incidents, materialise, env,
    async work() { while ((await sweep.run()).work) await sender.drain(); },
  };
}
