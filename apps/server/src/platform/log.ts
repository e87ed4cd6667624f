import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { build as pretty } from 'pino-pretty';

export type Log = Logger;
/** Injection token of the log: `@Inject(LOG) log: Log`. */
export const LOG = Symbol('log');

/** JSON lines on stdout; on a terminal the same events for human eyes. */
export function createLog(level: string): Log {
  const options = { level, base: undefined, redact: { paths: ['password', '*.password', 'req.headers.cookie', 'req.headers.authorization'], censor: '…' } };
  return process.stdout.isTTY ? pino(options, pretty({ ignore: 'pid,hostname', sync: true })) : pino(options);
}

/** Nest speaks to its logger with the context as last argument. */
export class NestLog implements LoggerService {
  constructor(private readonly pinoLog: Log) {}
  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace', message: unknown, rest: unknown[]) {
    const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    if (message instanceof Error) this.pinoLog[level]({ err: message, context }, message.message);
    else this.pinoLog[level]({ context, ...(level === 'error' && rest.length > 1 ? { stack: rest[0] } : {}) }, String(message));
  }
  log(message: unknown, ...rest: unknown[]) { this.write('debug', message, rest); }
  error(message: unknown, ...rest: unknown[]) { this.write('error', message, rest); }
  warn(message: unknown, ...rest: unknown[]) { this.write('warn', message, rest); }
  debug(message: unknown, ...rest: unknown[]) { this.write('trace', message, rest); }
  verbose(message: unknown, ...rest: unknown[]) { this.write('trace', message, rest); }
  fatal(message: unknown, ...rest: unknown[]) { this.write('error', message, rest); }
}
