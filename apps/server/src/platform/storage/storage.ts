import type { Readable } from 'node:stream';

/** Content is found by its SHA-256 in hexadecimal digits: the same bytes are kept once, and what is kept never changes. */
export abstract class Storage {
  /** For operators: where files are kept, without any secret. */
  abstract readonly where: string;

  /**
   * Keeps the file at this path under its hash, for good once the promise is fulfilled. The path belongs to the storage from then on:
   * whether the file still lies there is not said.
   */
  abstract put(path: string, sha256: string): Promise<void>;

  /** @returns undefined where nothing is kept under this hash */
  abstract open(sha256: string): Promise<{ bytes: number; content: Readable } | undefined>;

  abstract has(sha256: string): Promise<boolean>;

  /** Hashes of all that was put last before this instant of physical time. */
  abstract putBefore(instant: Date): AsyncIterable<string>;

  /** Nothing happens where nothing is kept under this hash. */
  abstract remove(sha256: string): Promise<void>;
}

/** Later than anything was put. */
export const EVER = new Date(8.64e15);
