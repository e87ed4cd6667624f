import { z } from 'zod';

const answering = z.enum(['ok', 'down']);

/** How the machinery stands, for whoever runs it. Ages in seconds of physical time, lateness in seconds of club time. */
export const machineFigures = z.object({
  database: answering, clock: answering, queue: answering,
  /** `degraded`: the server does not answer, mails wait; `outboxOnly`: no server is configured */
  mail: z.enum(['ok', 'degraded', 'down', 'outboxOnly']),
  zoneDataVersion: z.string(),
  /** since the process that answers was started */
  upSeconds: z.number(),
  sweepAgeSeconds: z.number().nullable(), backupAgeSeconds: z.number().nullable(),
  /** reminders and mails that are more than an hour past their due instant and have not left */
  late: z.int(), oldestLateSeconds: z.number().nullable(),
  /** mails on their way or waiting to be */
  waitingMails: z.int(),
  openIncidents: z.int(),
  /** rows that contradict the promise; 0 */
  brokenRows: z.int(),
});
export type MachineFigures = z.infer<typeof machineFigures>;
