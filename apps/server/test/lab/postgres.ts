import { randomBytes } from 'node:crypto';
import { debianPostgres, startDebianPostgres, type TestPostgres } from '@tawama/testkit';
import { externalPostgres, withClient } from '../workers.js';

/** A database server outside the program, and empty databases on it. */
export interface LabPostgres {
  /** The distribution's, which can be stopped and started; undefined where only the embedded one is there. */
  server: TestPostgres | undefined;
  createDatabase(): Promise<{ url: string; drop(): Promise<void> }>;
  remove(): Promise<void>;
}

export async function startLabPostgres(): Promise<LabPostgres> {
  const server = debianPostgres() ? await startDebianPostgres() : undefined;
  const { url, remove } = server ? { url: server.url, remove: async () => server.remove() } : await externalPostgres();
  return {
    server, remove,
    async createDatabase() {
      const name = `lab_${randomBytes(6).toString('hex')}`;
      await withClient(url, (client) => client.query(`CREATE DATABASE ${name}`));
      const own = new URL(url);
      own.pathname = `/${name}`;
      return { url: own.href, drop: () => withClient(url, async (client) => { await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`); }) };
    },
  };
}
