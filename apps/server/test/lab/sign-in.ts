import { hashPassword } from '../../src/features/access/passwords.js';
import { TestClient } from '../client.js';
import type { Lab } from './lab.js';

const PASSWORD = 'a long enough password';

/** An administrator's session at a process of the program; the account is made in the database. */
export async function signIn(database: Pick<Lab, 'query'>, url: string, email = 'admin@club.example'): Promise<TestClient> {
  await database.query(`INSERT INTO account (email, name, role, language, password_hash) VALUES ($1, 'Admin', 'administrator', 'en', $2) ON CONFLICT (email) DO NOTHING`, [email, await hashPassword(PASSWORD)]);
  const client = new TestClient(url);
  const answer = await client.signIn(email, PASSWORD);
  if (answer.status !== 200) throw new Error(`signing in: ${answer.status} ${answer.text}`);
  return client;
}
