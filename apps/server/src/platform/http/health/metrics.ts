import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** The figures of this process; a part adds its own by giving `registry` to a prom-client metric. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly httpSeconds = new Histogram({
    name: 'tawama_http_request_seconds', help: 'Time to answer a request', labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15], registers: [this.registry],
  });

  constructor() { collectDefaultMetrics({ register: this.registry, prefix: 'tawama_' }); }
}
