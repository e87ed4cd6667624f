interface Waiting<Item, Answer> { item: Item; settle: (answer: Answer) => void; fail: (reason: unknown) => void }

/**
 * Joins calls that come while earlier ones are under way, so that many small writes share one statement. Nobody waits for company:
 * the first goes at the end of its tick, and whatever has come until a group is back goes together.
 */
export class Gathering<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private underWay = 0;

  /**
   * @param together answers each item, in their order
   * @param most items at one time
   * @param groups how many may be under way: with two, one is being worked on while the other waits for the disk; with one, more come together
   */
  constructor(private readonly together: (items: readonly Item[]) => Promise<readonly Answer[]>, private readonly most: number, private readonly groups = 2) {}

  /** Rejects when the work rejects; one bad item does not spoil it for the others. */
  add(item: Item): Promise<Answer> {
    return new Promise((settle, fail) => {
      this.waiting.push({ item, settle, fail });
      if (this.underWay < this.groups) void this.goOn();
    });
  }

  private async goOn(): Promise<void> {
    this.underWay += 1;
    await new Promise((endOfTick) => setImmediate(endOfTick));
    while (this.waiting.length > 0) await this.serve(this.waiting.splice(0, this.most));
    this.underWay -= 1;
  }

  private async serve(group: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.together(group.map(({ item }) => item));
      if (answers.length !== group.length) throw new Error(`${answers.length} answers to ${group.length} questions`);
      // The lengths are equal: every place holds an answer.
      for (const [place, answer] of answers.entries()) group[place]?.settle(answer);
    } catch (reason) {
      const [only, second] = group;
      if (only && !second) only.fail(reason);
      else for (const one of group) await this.serve([one]);
    }
  }
}
