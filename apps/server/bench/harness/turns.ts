/** Who comes when: A B C, B C A, C A B, … so that nobody always runs first, or always after the same neighbour's mess. */
export function turns<T>(contenders: readonly T[], rounds: number): T[][] {
  return Array.from({ length: rounds }, (_, round) => {
    const first = contenders.length === 0 ? 0 : round % contenders.length;
    return [...contenders.slice(first), ...contenders.slice(0, first)];
  });
}

type Contenders = Readonly<Record<string, ((round: number) => Promise<unknown>) | undefined>>;
/** What each contender measured, round by round; undefined for one that cannot take part on this machine. */
type Rounds<C extends Contenders> = { [Name in keyof C]: Awaited<ReturnType<NonNullable<C[Name]>>>[] | (undefined extends C[Name] ? undefined : never) };

/** Lets every contender do every round, in turns. */
export async function inTurns<C extends Contenders>(contenders: C, rounds: number, say: (line: string) => void): Promise<Rounds<C>> {
  const present = Object.entries(contenders).flatMap(([name, run]) => (run === undefined ? [] : [{ name, run, values: [] as unknown[] }]));
  for (const [round, order] of turns(present, rounds).entries()) {
    for (const { name, run, values } of order) {
      const value = await run(round);
      values.push(value);
      say(`  round ${round + 1} ${name}: ${JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? Number(part.toPrecision(4)) : part))}`);
    }
  }
  return Object.fromEntries(present.map(({ name, values }) => [name, values])) as Rounds<C>;
}
