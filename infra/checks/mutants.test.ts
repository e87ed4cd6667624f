import { describe, expect, it } from 'vitest';
import { mutantsOf } from './mutants.mjs';

const guards = (sql: string) => mutantsOf(`const x = \`${sql}\`;`).map(({ kind, text }) => `${kind}: ${text}`);

describe('the guards of a statement', () => {
  it.each([
    [`UPDATE delivery SET state = 'sent', fence = d.fence + 1 WHERE id = $1 AND fence = $2 AND state = 'leased'`, ['fence: fence = $2', `state: state = 'leased'`]],
    [`DELETE FROM dispatch x USING g WHERE x.fence = g.fence AND x.free_at > clock_timestamp()`, ['fence: x.fence = g.fence', 'lease: x.free_at > clock_timestamp()']],
    [`SELECT id FROM t WHERE state NOT IN ('a', 'b') AND due_at <= club_now() FOR NO KEY UPDATE OF t SKIP LOCKED`, [`state: state NOT IN ('a', 'b')`, 'due: due_at <= club_now()', 'row lock: FOR NO KEY UPDATE OF t SKIP LOCKED', 'skip locked: SKIP LOCKED']],
    ['INSERT INTO t VALUES ($1) ON CONFLICT (a, b) DO NOTHING RETURNING id', ['conflict: ON CONFLICT (a, b) DO NOTHING']],
    ['INSERT INTO t VALUES ($1) ON CONFLICT (a) DO UPDATE SET v = excluded.v WHERE t.v < excluded.v', ['conflict: t.v < excluded.v']],
    [`r.state = 'planned' AND r.due_at <= $2`, [`state: r.state = 'planned'`]],
    [`SELECT CASE WHEN d.state = 'pending' THEN 1 END, r.state FROM t`, []],
  ])('%s', (sql, expected) => {
    expect(guards(sql)).toEqual(expected);
  });

  it('are not what a comment says', () => {
    expect(mutantsOf(`/** only WHERE state = 'planned' */\n// AND fence = $1\nconst x = \`WHERE state = 'planned'\`;`).map(({ line }) => line)).toEqual([3]);
  });

  it('vanish, one at a time, and leave their parameters in use', () => {
    const source = 'x = `WHERE fence = $2 FOR UPDATE SKIP LOCKED`';
    expect(mutantsOf(source).map(({ from, to, by }) => source.slice(0, from) + by + source.slice(to))).toEqual([
      'x = `WHERE (fence = $2 OR true) FOR UPDATE SKIP LOCKED`', 'x = `WHERE fence = $2`', 'x = `WHERE fence = $2 FOR UPDATE`']);
  });
});
