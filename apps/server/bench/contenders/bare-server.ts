import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { serve } from '../harness/contender.js';

export interface BareSettings { databaseUrl: string; today: string }

/** The page and the capped count that the program answered `GET /api/milestones` with when this comparison was made. */
const FROM = 'milestone m JOIN agreement a ON a.id = m.agreement_id';
const WHERE = `m.status = $1::text AND m.due_on >= $2::date`;
const PAGE = `SELECT m.id, m.version, m.agreement_id AS "agreementId", m.key, m.number, m.stage, m.title, m.status, m.due_on AS "dueOn", m.provisional, m.original_due_on AS "originalDueOn", m.pinned,
  m.owner_id AS "ownerId", m.counterpart_id AS "counterpartId", m.waiting_on AS "waitingOn", m.started_on AS "startedOn", m.done_on AS "doneOn", m.statement, m.demonstration,
  a.template_key AS "templateKey", a.template_version AS "templateVersion",
  CASE WHEN m.status IN ('open', 'blocked') AND m.due_on < $3::date THEN $3::date - m.due_on ELSE 0 END AS "daysLate"
  FROM ${FROM} WHERE ${WHERE} ORDER BY m.due_on ASC NULLS LAST, m.id ASC LIMIT 25 OFFSET 0`;
const COUNT = `SELECT count(*)::int AS n FROM (SELECT 1 FROM milestone m WHERE ${WHERE} LIMIT 1001) AS counted`;
const POOL = 20;

/** node's own http and pg with the same two queries: no sign-in, no rights, no validation, no framework. Any order answers its address. */
serve<BareSettings, 'address', string>(async ({ databaseUrl, today }) => {
  pg.types.setTypeParser(1082, (text) => text);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL });
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const values = [query.get('status') ?? 'open', query.get('dueOnFrom') ?? today];
    void (async () => {
      const { rows: data } = await pool.query(PAGE, [...values, today]);
      const { rows: [counted] } = await pool.query<{ n: number }>(COUNT, values);
      const n = counted?.n ?? 0;
      const body = JSON.stringify({ data, total: Math.min(n, 1000), totalIsExact: n <= 1000 });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
    })().catch((error: unknown) => { response.writeHead(500, { 'content-length': 0 }).end(); process.stderr.write(`${String(error)}\n`); });
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const { port } = server.address() as AddressInfo;
  return {
    run: async () => `http://127.0.0.1:${port}`,
    async end() { server.close(); server.closeAllConnections(); await pool.end(); },
  };
});
