import { randomBytes } from 'node:crypto';
import type { Language, Role } from '@tawama/contracts';
import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { Accounts } from '../src/features/access/accounts.service.js';
import { SessionStore } from '../src/features/access/session.store.js';
import { Database } from '../src/platform/db/database.js';
import { startTestApp, type TestApp } from './app.js';
import { TestClient } from './client.js';

/** The whole program over a database of its own, with two cities in it; whoever is to use it signs in. */
export interface OpenProgram extends TestApp {
  database: TestDatabase;
  /** Smara, and Niamey as its partner */
  cities: readonly [string, string];
  /** An account of the role that is signed in. @param more.agreementIds the only agreements that it sees */
  signedIn(role: Role, more?: { email?: string; name?: string; language?: Language; agreementIds?: readonly string[] }): Promise<TestClient>;
  /** Stops the program and removes its database. */
  close(): Promise<void>;
}

/** @param now ISO instant of club time @param variables environment variables as an operator would set them */
export async function openProgram(now: string, variables: Record<string, string> = {}): Promise<OpenProgram> {
  const database = await createTestDatabase();
  await database.setClubTime(now);
  const program = await startTestApp({ databaseUrl: database.url, variables });
  const [home, partner] = await database.query<{ id: string }>(
    `INSERT INTO city (key, name, country, language, role, identification, source) VALUES ('smara', '{"ar":"السمارة","fr":"Smara","en":"Smara"}', 'MA', 'ar', 'home', 'established', 'test'),
     ('niamey', '{"ar":"نيامي","fr":"Niamey","en":"Niamey"}', 'NE', 'fr', 'partner', 'established', 'test') RETURNING id`);
  return {
    ...program, database, cities: [home?.id ?? '', partner?.id ?? ''],
    async signedIn(role, { email = `${randomBytes(6).toString('hex')}@club.example`, name = `Account ${role}`, language = 'fr', agreementIds } = {}) {
      const client = new TestClient(program.url);
      await program.get(Database).transaction(async (tx) => {
        const id = await program.get(Accounts).createWithPassword(tx, { email, name, role, language, personId: null, password: 'x', demonstration: false });
        if (agreementIds) await tx.query('UPDATE account SET agreement_ids = $2 WHERE id = $1', [id, agreementIds]);
        client.cookie = `__Host-tawama=${await program.get(SessionStore).start(tx, id, false)}`;
      });
      return client;
    },
    async close() {
      await program.close();
      await database.drop();
    },
  };
}
