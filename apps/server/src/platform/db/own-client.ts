import pg from 'pg';
import type { Log } from '../log.js';
import type { Database } from './database.js';

/** A database connection of one's own, for what a pool must not hold: listening, and locks that live as long as their session. */
export class OwnClients {
  constructor(private readonly database: Pick<Database, 'url'>, private readonly log: Log) {}

  /** @param name shown in `pg_stat_activity` */
  async connect(name: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.database.url, application_name: `tawama ${name}`, keepAlive: true, connectionTimeoutMillis: 5_000 });
    // Without a listener a lost connection ends the process.
    client.on('error', (error) => this.log.debug({ err: error, client: name }, 'a database connection of its own was lost'));
    await client.connect();
    return client;
  }
}
