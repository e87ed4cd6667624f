import { createServer } from 'node:net';

/**
 * Whether the program can listen there, asked before anything is made.
 * @throws Error of the system, such as EADDRINUSE
 */
export function tryPort(port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen({ port, host }, () => probe.close(() => done()));
  });
}
