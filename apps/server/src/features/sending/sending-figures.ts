import { Counter, Histogram, type Metric } from 'prom-client';

/** Whole letters: a server that is near takes some milliseconds, one that hangs takes the SMTP time-out. */
const SEND_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const DUE_TO_SENT_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 5, 15, 60, 300, 900, 3_600, 14_400, 86_400];
const ENDS = ['sent', 'failed', 'suppressed', 'cancelled'] as const;
type End = (typeof ENDS)[number];

/** What this process has done about mails since it began. Counting costs less than a microsecond, whether anybody asks or not. */
export class SendingFigures {
  readonly ended = new Counter({ name: 'tawama_deliveries_total', help: 'Deliveries that this process brought to an end', labelNames: ['result', 'transport'], registers: [] });
  readonly retries = new Counter({ name: 'tawama_delivery_retries_total', help: 'Tries that were put off to a later one', registers: [] });
  readonly claims = new Counter({ name: 'tawama_delivery_claims_total', help: 'Deliveries that this process claimed', registers: [] });
  readonly leaseExpiries = new Counter({ name: 'tawama_delivery_lease_expiries_total', help: 'Deliveries taken over from a worker that did not come back', registers: [] });
  readonly lateFinishes = new Counter({ name: 'tawama_delivery_late_finishes_total', help: 'Results that came after the delivery had passed to another worker; nothing was changed', registers: [] });
  readonly sendSeconds = new Histogram({ name: 'tawama_mail_send_duration_seconds', help: 'Time to hand one mail to the server, by how it ended', labelNames: ['result'], buckets: SEND_BUCKETS, registers: [] });
  readonly dueToSentSeconds = new Histogram({ name: 'tawama_delivery_due_to_sent_seconds', help: 'From the due instant to the recorded sending, in club time', buckets: DUE_TO_SENT_BUCKETS, registers: [] });

  /** @param transport how mails leave this process */
  constructor(readonly transport: 'smtp' | 'outbox' = 'smtp') {
    // A counter that is not there before its first event hides that event from rate().
    for (const result of ENDS) this.ended.inc({ result, transport }, 0);
  }

  get metrics(): Metric[] { return [this.ended, this.retries, this.claims, this.leaseExpiries, this.lateFinishes, this.sendSeconds, this.dueToSentSeconds]; }

  /** @param expired how many of them were taken from a worker that did not come back */
  claimed(count: number, expired: number): void {
    this.claims.inc(count);
    this.leaseExpiries.inc(expired);
  }

  /**
   * Counts one result that was written down.
   * @param row seconds from due to sent, null unless it was sent; undefined when the row had passed to somebody else
   */
  finished(result: End | 'later', row: { seconds: number | null } | undefined): void {
    if (row === undefined) this.lateFinishes.inc();
    else if (result === 'later') this.retries.inc();
    else this.ended.inc({ result, transport: this.transport });
    // A club clock that was moved back must not make a time negative.
    if (row !== undefined && row.seconds !== null) this.dueToSentSeconds.observe(Math.max(0, row.seconds));
  }
}
