import type { Env } from './env.js';

/** One line an operator can act on, instead of a stack. */
export function explain(error: unknown, env: Pick<Env, 'port' | 'host' | 'dataDir' | 'databaseUrl'>): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  switch (code) {
    case 'EADDRINUSE': return `port ${env.port} on ${env.host} is taken by another program; stop it, or choose another with PORT=…`;
    case 'EACCES': return /listen/.test(message) ? `port ${env.port} needs the administrator's rights; choose one above 1023 with PORT=…` : `no permission: ${message}`;
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': return /listen|getaddrinfo/.test(message) && !env.databaseUrl ? `${env.host} is no address of this machine; set HOST` : message;
    case 'storage/unavailable': return `the files of STORAGE_URL cannot be reached (${error instanceof Error && error.cause instanceof Error ? error.cause.message : message})`;
    case 'ENOSPC': return `the disk of ${env.dataDir} is full`;
    case 'EROFS': return `${env.dataDir} cannot be written to; choose another folder with DATA_DIR=…`;
    case 'ECONNREFUSED': return env.databaseUrl ? `the PostgreSQL of DATABASE_URL does not answer (${message})` : message;
    default: return message.split('\n')[0] ?? message;
  }
}
