import type { MachineFigures } from '@tawama/contracts';

/** A round is due every 15 seconds; after this many the rounds have stopped. */
export const OLD_SWEEP_SECONDS = 120;
/** Two nights without a backup. */
export const OLD_BACKUP_SECONDS = 48 * 3_600;

/** The first round and the first backup come within minutes of the start; until then that there is none is no trouble. */
export const FIRST_SECONDS = 600;

/** What is looked at, in the order in which it is shown: first what everything else stands on. */
export const MACHINE_PARTS = ['database', 'clock', 'sweep', 'queue', 'mail', 'late', 'incidents', 'whole', 'backup'] as const;
export type MachinePart = (typeof MACHINE_PARTS)[number];
export type MachineTrouble =
  | 'databaseSilent' | 'clockSilent' | 'sweepNever' | 'sweepOld' | 'queueSilent' | 'mailSilent' | 'outboxOnly' | 'late' | 'incidents' | 'broken' | 'backupNever' | 'backupOld';

/** One line of the health card. `count` and `seconds` fill the blanks of its sentence. */
export type MachineLine = { part: MachinePart; count: number; seconds: number } & (
  | { tone: 'well' }
  /** `note`: good to know, nothing to do; `act`: somebody has to do something */
  | { tone: 'note' | 'act'; trouble: MachineTrouble }
);

const TONES = ['act', 'note', 'well'] as const satisfies readonly MachineLine['tone'][];

/** What the figures mean: one line a part, first those that ask for somebody, else in the order of the parts. */
export function machineLines(figures: MachineFigures): MachineLine[] {
  const lines = MACHINE_PARTS.map((part): MachineLine => {
    const { count = 0, seconds = 0 } = amounts(part, figures);
    const trouble = troubleOf(part, figures);
    if (trouble === undefined) return { part, tone: 'well', count, seconds };
    return { part, tone: calls(trouble, figures) ? 'act' : 'note', trouble, count, seconds };
  });
  return lines.sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone));
}

/** How many lines ask somebody to do something. */
export const needed = (lines: readonly MachineLine[]): number => lines.filter(({ tone }) => tone === 'act').length;

function troubleOf(part: MachinePart, figures: MachineFigures): MachineTrouble | undefined {
  switch (part) {
    case 'database': return figures.database === 'ok' ? undefined : 'databaseSilent';
    case 'clock': return figures.clock === 'ok' ? undefined : 'clockSilent';
    case 'sweep': return older(figures.sweepAgeSeconds, OLD_SWEEP_SECONDS, 'sweepNever', 'sweepOld');
    case 'queue': return figures.queue === 'ok' ? undefined : 'queueSilent';
    case 'mail': return figures.mail === 'ok' ? undefined : figures.mail === 'outboxOnly' ? 'outboxOnly' : 'mailSilent';
    case 'late': return figures.late > 0 ? 'late' : undefined;
    case 'incidents': return figures.openIncidents > 0 ? 'incidents' : undefined;
    case 'whole': return figures.brokenRows > 0 ? 'broken' : undefined;
    case 'backup': return older(figures.backupAgeSeconds, OLD_BACKUP_SECONDS, 'backupNever', 'backupOld');
  }
}

/** Whether somebody has to do something about it. */
function calls(trouble: MachineTrouble, { upSeconds }: MachineFigures): boolean {
  if (trouble === 'backupNever' || trouble === 'sweepNever') return upSeconds >= FIRST_SECONDS;
  return trouble !== 'outboxOnly';
}

function older(age: number | null, most: number, never: MachineTrouble, old: MachineTrouble): MachineTrouble | undefined {
  if (age === null) return never;
  return age > most ? old : undefined;
}

function amounts(part: MachinePart, figures: MachineFigures): { count?: number; seconds?: number } {
  switch (part) {
    case 'sweep': return { seconds: figures.sweepAgeSeconds ?? 0 };
    case 'mail': return { count: figures.waitingMails };
    case 'late': return { count: figures.late, seconds: figures.oldestLateSeconds ?? 0 };
    case 'incidents': return { count: figures.openIncidents };
    case 'whole': return { count: figures.brokenRows };
    case 'backup': return { seconds: figures.backupAgeSeconds ?? 0 };
    default: return {};
  }
}
