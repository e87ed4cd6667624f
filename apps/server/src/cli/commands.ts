import { resolve } from 'node:path';
import { resetAtConsole } from '../features/access/console.js';
import { restoreBackup, writeBackup } from '../features/backup/backup.js';
import { Refusal } from '../platform/http/refusal.js';
import { doctor } from './doctor.js';
import type { Needs, Place } from './place.js';
import { upgradeCheck } from './upgrade-check.js';
import { verify } from './verify.js';

type Say = (line: string) => void;
export interface Command {
  /** The names of its words, as the usage shows them. */
  takes: readonly string[];
  needs: Needs;
  does: string;
  /** @returns the exit code */
  run(place: Place, words: readonly string[], say: Say): Promise<number>;
}

export const COMMANDS: Readonly<Record<string, Command>> = {
  backup: {
    takes: ['FILE'], needs: 'club', does: 'data, uploads and secrets into one file; also while the program runs',
    async run(place, [file = ''], say) {
      const { bytes, content } = await writeBackup(place, resolve(file));
      say(`${resolve(file)}: ${content.tables.reduce((sum, table) => sum + table.rows, 0)} rows of ${content.tables.length} tables, ${content.files.length} files, ${Math.ceil(bytes / 1024)} KiB. It holds secrets: keep it as you keep a key.`);
      return 0;
    },
  },
  restore: {
    takes: ['FILE'], needs: 'empty', does: 'a backup into an empty DATA_DIR or an empty DATABASE_URL',
    async run(place, [file = ''], say) {
      const content = await restoreBackup(resolve(file), place, place.log);
      say(`restored: the club as of ${content.createdAt}. Mails that fell due since then are held in the Outbox until an administrator releases them.`);
      return 0;
    },
  },
  doctor: { takes: [], needs: 'anything', does: 'is everything well: database, schema, zone data, mail, queue, files, disk, backup', run: (place, _words, say) => doctor(place, say) },
  verify: { takes: [], needs: 'club', does: 'is the journal unbroken, do rows agree, are dates and reminders what the rules give', run: (place, _words, say) => verify(place, say) },
  'upgrade-check': { takes: [], needs: 'anything', does: 'may this version start on this database, and is there a fresh backup', run: (place, _words, say) => upgradeCheck(place, say) },
  'reset-password': {
    takes: ['EMAIL'], needs: 'club', does: 'a new password for an account, shown once; signs it out everywhere',
    async run(place, [email = ''], say) {
      const password = await resetAtConsole(place.database, email).catch((error: unknown) => {
        if (error instanceof Refusal && error.code === 'record/not-found') throw new Error(`nobody has an account with the address ${email}`);
        throw error;
      });
      say(`New password of ${email}: ${password}`);
      return 0;
    },
  },
};

export const usage = (): string => ['npm run tawama -- <command>', ...Object.entries(COMMANDS).map(([name, { takes, does }]) => `  ${[name, ...takes].join(' ').padEnd(24)} ${does}`)].join('\n');
