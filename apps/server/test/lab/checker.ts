import type { AttemptRecord, DeliveryRecord, Histories, Recording } from './histories.js';

/** A promise that a run broke. The name says which; `subject` is the row or the Message-ID. */
export interface Fault { name: FaultName; subject: string }
export type FaultName =
  /** due, and still only planned */
  | 'reminder/lost'
  /** a mail was made of it, but which one? */
  | 'reminder/adrift'
  /** no mail was made of it, and yet it names one */
  | 'reminder/attached'
  /** not in a final state */
  | 'delivery/unfinished'
  /** at its end, and still among what is to be sent */
  | 'delivery/under-way'
  /** sent says the row; the mail server never saw it */
  | 'delivery/lost'
  /** the mail server took it; the row ended otherwise, and no later refusal explains it */
  | 'delivery/unrecorded'
  /** sent, but the bytes were never offered under the row's fence */
  | 'delivery/unanswered'
  /** failed without a refusal or a silence to show for it */
  | 'delivery/unexplained'
  | 'delivery/recorded-twice'
  /** sent, and the row does not keep what */
  | 'delivery/bytes-lost'
  /** recorded as sent although it was not on its way */
  | 'delivery/recorded-astray'
  /** sent before it was due */
  | 'delivery/early'
  /** two mails of one kind to one person on one date */
  | 'delivery/twice-a-day'
  /** two attempts under one fence, or one above the row's fence */
  | 'attempt/fence'
  /** more copies were taken than were noted as offered */
  | 'attempt/unnoted'
  /** row and attempts say "accepted" more often than copies were taken */
  | 'attempt/boasted'
  /** a mail that no row knows */
  | 'mail/stranger'
  /** copies that differ from each other or from the bytes the row keeps */
  | 'mail/other-bytes'
  | 'mail/other-address'
  /** more copies than deaths and cut lines explain */
  | 'mail/too-many-copies'
  /** not as many mails sent as there were people to tell */
  | 'run/count';

export interface Expected {
  /** how many deliveries must be sent; absent: any number */
  sent?: number;
  /** copies beyond the first that are allowed: deaths and cuts × slots */
  copies: number;
  /** states beside the final ones in which a delivery may rest, such as `held` */
  resting?: readonly string[];
  /** deliveries that may be sent before they were due, because the club clock was put back while they were in a worker's hands */
  early?: number;
}

const FINAL = ['sent', 'failed', 'suppressed', 'cancelled'];

/** Holds the histories of a run against each other. @returns every broken promise; empty: none */
export function faultsOf(histories: Histories, expected: Expected): Fault[] {
  const { reminders, deliveries, recordings, taken } = histories;
  const faults: Fault[] = [];
  const report = (name: FaultName, subject: string): void => { faults.push({ name, subject }); };

  const known = new Map(deliveries.map((delivery) => [delivery.id, delivery]));
  for (const { id, state, isDue, deliveryId } of reminders) {
    if (state === 'planned' && isDue) report('reminder/lost', id);
    if (state === 'materialised' && (deliveryId === null || !known.has(deliveryId))) report('reminder/adrift', id);
    if (state !== 'materialised' && deliveryId !== null) report('reminder/attached', id);
  }

  const [attempts, recorded, copies] = [groupBy(histories.attempts, ({ deliveryId }) => deliveryId), groupBy(recordings, ({ deliveryId }) => deliveryId), groupBy(taken, ({ messageId }) => messageId)];
  for (const delivery of deliveries) {
    for (const name of faultsOfOne(delivery, attempts.get(delivery.id) ?? [], recorded.get(delivery.id) ?? [], (copies.get(delivery.messageId) ?? []).length, expected)) report(name, delivery.id);
  }
  for (const { id } of deliveries.filter(({ id, messageId }) => (copies.get(messageId) ?? []).length > (attempts.get(id) ?? []).filter(({ phase }) => phase === 'data_sent').length)) report('attempt/unnoted', id);
  const early = deliveries.filter((delivery) => delivery.early);
  if (early.length > (expected.early ?? 0)) for (const { id } of early) report('delivery/early', id);
  const dated = groupBy(deliveries.filter(({ personId, localDate }) => personId !== null && localDate !== null), ({ personId, localDate, kind }) => `${personId} ${localDate} ${kind}`);
  for (const [day, ofOneDay] of dated) if (ofOneDay.length > 1) report('delivery/twice-a-day', day);

  const byMessage = new Map(deliveries.map((delivery) => [delivery.messageId, delivery]));
  for (const [messageId, ofOne] of copies) {
    const delivery = byMessage.get(messageId);
    if (!delivery) { report('mail/stranger', messageId); continue; }
    if (new Set([...ofOne.map(({ hash }) => hash), ...(delivery.bodyHash === null ? [] : [delivery.bodyHash])]).size > 1) report('mail/other-bytes', messageId);
    if (ofOne.some(({ to }) => to !== delivery.email)) report('mail/other-address', messageId);
  }
  const extra = taken.length - copies.size;
  if (extra > expected.copies) report('mail/too-many-copies', `${extra} where ${expected.copies} are explained`);
  const sent = deliveries.filter(({ state }) => state === 'sent').length;
  if (expected.sent !== undefined && sent !== expected.sent) report('run/count', `${sent} sent of ${expected.sent}`);
  return faults;
}

function faultsOfOne(delivery: DeliveryRecord, attempts: readonly AttemptRecord[], recordings: readonly Recording[], copies: number, { resting = [] }: Expected): FaultName[] {
  const { state, fence, transport, underWay } = delivery;
  const noted = (phase: string): AttemptRecord[] => attempts.filter((attempt) => attempt.phase === phase);
  const byMail = state === 'sent' && transport !== 'outbox';
  const answeredNo = attempts.some(({ phase }) => phase === 'rejected' || phase === 'timeout');
  const checks: readonly [FaultName, boolean][] = [
    ['delivery/unfinished', !FINAL.includes(state) && !resting.includes(state)],
    ['delivery/under-way', underWay && state !== 'pending'],
    ['delivery/lost', byMail && copies === 0],
    ['delivery/unrecorded', copies > 0 && !byMail && !answeredNo],
    ['delivery/bytes-lost', byMail && copies > 0 && delivery.bodyHash === null],
    ['delivery/unanswered', byMail && !noted('data_sent').some((attempt) => attempt.fence === fence)],
    ['delivery/unexplained', state === 'failed' && fence > 0 && copies === 0 && attempts.length > 0 && !answeredNo],
    ['delivery/recorded-twice', recordings.length > 1],
    ['delivery/recorded-astray', recordings.some(({ from }) => from !== 'pending')],
    ['attempt/fence', new Set(attempts.map((one) => `${one.fence} ${one.phase}`)).size < attempts.length || attempts.some((one) => one.fence > fence)],
    ['attempt/boasted', noted('accepted').length + (byMail ? 1 : 0) > copies],
  ];
  return checks.filter(([, broken]) => broken).map(([name]) => name);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
