import type { Readable } from 'node:stream';

/** Content is found by its SHA-256 in hexadecimal digits: the same bytes are kept once, and what is kept never changes. */
export abstract class Storage {
  /** Keeps the file at this path under its hash, for good once the promise is fulfilled. The path is free afterwards. */
  abstract put(path: string, sha256: string): Promise<void>;

  /** @returns undefined where nothing is kept under this hash */
  abstract open(sha256: string): Promise<{ bytes: number; content: Readable } | undefined>;

  /** Hashes of all that was put last before this instant of physical time. */
  abstract putBefore(instant: Date): AsyncIterable<string>;

  /** Nothing happens where nothing is kept under this hash. */
  abstract remove(sha256: string): Promise<void>;
}
