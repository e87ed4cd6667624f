import { createConnection } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSmtpSink, type SmtpSink } from './smtp-sink.js';

let sink: SmtpSink;
beforeEach(async () => { sink = await startSmtpSink(); });
afterEach(() => sink.close());

/** Speaks one mail and says what the server answered last; 'closed' when it cut the line. */
function say(port: number, to: string): Promise<string> {
  const lines = ['EHLO test', 'MAIL FROM:<a@example.org>', `RCPT TO:<${to}>`, 'DATA', `Message-ID: <${to}>\r\nSubject: Hi\r\n\r\nBody\r\n.`];
  return new Promise((done) => {
    const socket = createConnection(port, '127.0.0.1');
    let last = 'closed';
    socket.setTimeout(500, () => { last = 'silent'; socket.destroy(); });
    socket.on('data', (chunk) => {
      const answer = chunk.toString();
      if (/^\d{3} /m.test(answer) === false) return;
      const next = lines.shift();
      if (/^[45]/.test(answer) || next === undefined) { last = answer.slice(0, 3); socket.destroy(); return; }
      socket.write(`${next}\r\n`);
    });
    socket.on('error', () => {});
    socket.on('close', () => done(last));
  });
}

it('keeps what it accepts', async () => {
  expect(await say(sink.port, 'one@example.org')).toBe('250');
  expect((await sink.waitFor(1))[0]).toMatchObject({ from: 'a@example.org', to: ['one@example.org'], messageId: '<one@example.org>' });
});

it('answers as the script says', async () => {
  sink.script((to) => (to.startsWith('later') ? { code: 451 } : { code: 550, at: 'data' }));
  expect(await say(sink.port, 'later@example.org')).toBe('451');
  expect(await say(sink.port, 'never@example.org')).toBe('550');
  expect(sink.received).toHaveLength(0);
});

it('can take a mail and drop the line, or never answer', async () => {
  sink.script((to) => (to.startsWith('drop') ? 'acceptThenDrop' : 'hang'));
  expect(await say(sink.port, 'drop@example.org')).toBe('closed');
  expect(sink.received).toHaveLength(1);
  expect(await say(sink.port, 'hang@example.org')).toBe('silent');
});
