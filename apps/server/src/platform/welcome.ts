/** What the start tells whoever started it, below the address: accounts of the demonstration, the link for the first administrator. */
export class Welcome {
  private readonly lines: string[] = [];

  /** One line for the terminal; never goes into the log. */
  say(line: string): void { this.lines.push(line); }

  /** Everything said so far, emptied. */
  take(): string[] { return this.lines.splice(0); }
}
