import { createHash } from 'node:crypto';
import { createConnection } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSwiftSink, type SwiftSink } from './swift-sink.js';

let sink: SwiftSink;
beforeEach(async () => { sink = await startSwiftSink({ keep: true }); });
afterEach(() => sink.close());

/** Speaks one mail and says what the server answered last; `closed` when it cut the line, `silent` when it said nothing. */
function say(to: string, content = `Message-ID: <${to}>\r\nSubject: Hi\r\n\r\nBody\r\n`): Promise<string> {
  const lines = ['EHLO test', 'MAIL FROM:<a@example.org>', `RCPT TO:<${to}>`, 'DATA', `${content}.`];
  return new Promise((done) => {
    const socket = createConnection(sink.port, '127.0.0.1');
    let last = 'closed';
    socket.setTimeout(400, () => { last = 'silent'; socket.destroy(); });
    socket.on('data', (chunk) => {
      const answer = /^(\d{3}) /m.exec(chunk.toString())?.[1];
      if (answer === undefined) return;
      const next = lines.shift();
      if (/^[45]/.test(answer) || next === undefined) { last = answer; socket.destroy(); } else socket.write(`${next}\r\n`);
    });
    socket.on('error', () => {});
    socket.on('close', () => done(last));
  });
}

it('keeps a fingerprint of exactly the bytes that were written', async () => {
  const content = 'message-id: <one@example.org>\r\nSubject: Hi\r\n\r\n.hidden dot\r\nMessage-ID: <other@example.org>\r\n';
  const stuffed = content.replaceAll('\r\n.', '\r\n..');
  expect(await say('one@example.org', stuffed)).toBe('250');
  expect(sink.taken).toMatchObject([{ from: 'a@example.org', to: 'one@example.org', messageId: '<one@example.org>', hash: createHash('sha256').update(content).digest('hex'), raw: content }]);
});

it('answers as the script says, and takes nothing that it refuses', async () => {
  sink.script((to) => (to.startsWith('later') ? { code: 451 } : { code: 550, at: 'data' }));
  expect(await say('later@example.org')).toBe('451');
  expect(await say('never@example.org')).toBe('550');
  expect(sink.taken).toHaveLength(0);
});

it('can take a mail and drop the line, take its time, or never answer', async () => {
  sink.script((to) => (to.startsWith('drop') ? 'acceptThenDrop' : to.startsWith('slow') ? { delayMs: 100 } : 'hang'));
  expect(await say('drop@example.org')).toBe('closed');
  const from = performance.now();
  expect(await say('slow@example.org')).toBe('250');
  expect(performance.now() - from).toBeGreaterThanOrEqual(95);
  expect(await say('hang@example.org')).toBe('silent');
  expect(sink.taken.map(({ to }) => to)).toEqual(['drop@example.org', 'slow@example.org']);
  await expect(sink.waitFor(3, 20)).rejects.toThrow('2 of 3');
});

it('hears several commands that come at once', async () => {
  const socket = createConnection(sink.port, '127.0.0.1');
  socket.write('EHLO test\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\nMessage-ID: <1>\r\n\r\nx\r\n.\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<c@example.org>\r\nDATA\r\nMessage-ID: <2>\r\n\r\nx\r\n.\r\n');
  await sink.waitFor(2, 2_000);
  expect(sink.taken.map(({ to, messageId }) => `${to} ${messageId}`)).toEqual(['b@example.org <1>', 'c@example.org <2>']);
  socket.destroy();
});
