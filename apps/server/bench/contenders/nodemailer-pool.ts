import { createTransport } from 'nodemailer';
import { serve } from '../harness/contender.js';

export interface Letter { from: string; to: string; messageId: string; subject: string; text: string; html: string; raw: Buffer }
/** `composing`: given subject, text and HTML as any program gives them. `raw`: given the finished bytes, the least it can do. */
export interface PoolSettings { port: number; connections: number; how: 'composing' | 'raw' }
export interface PoolOrder { letters: Letter[]; count: number }

/** nodemailer's own pooled transport, asked for everything at once. Answers the mails accepted in a second. */
serve<PoolSettings, PoolOrder, number>(async ({ port, connections, how }) => {
  const transport = createTransport({ pool: true, host: '127.0.0.1', port, secure: false, ignoreTLS: true, maxConnections: connections, maxMessages: Infinity });
  return {
    async run({ letters, count }) {
      const from = performance.now();
      await Promise.all(Array.from({ length: count }, async (_, n) => {
        const letter = letters[n % letters.length];
        if (!letter) throw new Error('no letter to send');
        const { raw, ...parts } = letter;
        await transport.sendMail(how === 'raw' ? { envelope: { from: parts.from, to: parts.to }, raw } : { ...parts, disableFileAccess: true, disableUrlAccess: true });
      }));
      return count / ((performance.now() - from) / 1000);
    },
    async end() { transport.close(); },
  };
});
