import { Histogram } from 'prom-client';

/** How long the sweeps of this process take; an empty one well under a millisecond's worth of database. */
export class SweepFigures {
  readonly seconds = new Histogram({
    name: 'tawama_sweep_duration_seconds', help: 'Time of one look over the tables, making due mails included',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 15, 60], registers: [],
  });
}
