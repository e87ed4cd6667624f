import type { Log } from './log.js';

/** In this order a stopping process lets go of things; what a phase still needs is closed in a later one. */
export const STOP_PHASES = ['timers', 'workers', 'leases', 'mail', 'http', 'queue', 'database', 'cluster'] as const;
export type StopPhase = (typeof STOP_PHASES)[number];

const FOR_THE_DATABASE_MS = 5_000;
const FOR_LEASES_MS = 1_500;

interface Stop { phase: StopPhase; name: string; run: () => Promise<unknown> | unknown }

/** Whatever must end in a certain order registers here, never in a Nest shutdown hook. */
export class Lifecycle {
  private readonly stops: Stop[] = [];
  private stopping: Promise<void> | undefined;

  constructor(private readonly log: Log, private readonly deadlineMs: number) {}

  /** True once a stop has begun: loops look at it before they take more work. */
  get isStopping(): boolean { return this.stopping !== undefined; }

  onStop(phase: StopPhase, name: string, run: Stop['run']): void { this.stops.push({ phase, name, run }); }

  /** Runs every phase once; a step that hangs is left behind at the deadline, a step that fails is logged. */
  stop(): Promise<void> { return (this.stopping ??= this.runPhases()); }

  private async runPhases(): Promise<void> {
    const end = performance.now() + this.deadlineMs;
    for (const phase of STOP_PHASES) {
      const steps = this.stops.filter((stop) => stop.phase === phase).reverse();
      // The database is always given a moment of its own, however long the others took; and so is what gives back the mails in hand.
      const kept = phase === 'timers' || phase === 'workers' ? FOR_THE_DATABASE_MS + FOR_LEASES_MS : FOR_THE_DATABASE_MS;
      const patience = phase === 'database' || phase === 'cluster' ? Math.max(FOR_THE_DATABASE_MS, end - performance.now()) : Math.max(100, end - kept - performance.now());
      await Promise.all(steps.map((step) => this.runStep(step, patience)));
    }
  }

  private async runStep(step: Stop, patience: number): Promise<void> {
    const from = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((settle) => { timer = setTimeout(() => settle('late'), patience); });
    try {
      if (await Promise.race([Promise.resolve(step.run()), late]) === 'late') this.log.warn({ phase: step.phase, step: step.name }, 'stopping goes on without it');
    } catch (error) {
      this.log.warn({ err: error, phase: step.phase, step: step.name }, 'could not be stopped cleanly');
    } finally {
      clearTimeout(timer);
      this.log.debug({ phase: step.phase, step: step.name, ms: Math.round(performance.now() - from) }, 'stopped');
    }
  }
}
