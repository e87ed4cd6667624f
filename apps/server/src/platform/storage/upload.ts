/** A file that was the body of a request: a draft on the disk, gone when the request is, unless it was put into the storage. What can be counted of it is its content: that makes two requests equal. */
export class Upload {
  readonly #path: string;
  readonly #head: Uint8Array;

  /** @param head its first bytes */
  constructor(readonly sha256: string, readonly bytes: number, path: string, head: Uint8Array) {
    this.#path = path;
    this.#head = head;
  }

  get path(): string { return this.#path; }
  get head(): Uint8Array { return this.#head; }
}
