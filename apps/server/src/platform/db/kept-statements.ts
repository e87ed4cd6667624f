import type pg from 'pg';

/** What a single statement can be asked of: a transaction, or the program's connections. */
export interface Asked { query<T>(sql: string, parameters?: unknown[]): Promise<T> }

/** A connection keeps the plan of each, some 60 KB; what comes later than this many is planned every time. */
const MOST = 40;
/** A pooler gave us another session than the one that knew the statement, or had it already; or the table has changed beneath it. */
const NOT_KEPT = new Set(['26000', '42P05', '0A000']);

/**
 * Statements that requests ask over and over, outside a transaction. PostgreSQL reads and plans each once a connection instead of
 * every time, which is more than half of what a short one costs. Where the server's sessions are not ours (a pooler that does not
 * carry prepared statements) it goes on without.
 */
export class KeptStatements implements Asked {
  private readonly names = new Map<string, string>();
  private refused = false;

  constructor(private readonly pool: Pick<pg.Pool, 'query'>) {}

  async query<T>(sql: string, parameters: unknown[] = []): Promise<T> {
    const name = this.nameOf(sql);
    if (name !== undefined) {
      try {
        return (await this.pool.query({ name, text: sql, values: parameters })).rows as T;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && NOT_KEPT.has(String(error.code)))) throw error;
        this.refused = true;
      }
    }
    return (await this.pool.query(sql, parameters)).rows as T;
  }

  private nameOf(sql: string): string | undefined {
    if (this.refused) return undefined;
    if (!this.names.has(sql) && this.names.size < MOST) this.names.set(sql, `kept_${this.names.size}`);
    return this.names.get(sql);
  }
}
