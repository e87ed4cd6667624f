import { createServer, type AddressInfo, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { serve } from '../harness/contender.js';

/** `ordinary`: the smtp-server package. `bare`: as little as SMTP allows, so that the sender is what is measured. */
export interface SinkSettings { kind: 'ordinary' | 'bare' }
/** `mostAtOnce`: the most connections that were carrying a mail at one moment. */
export interface SinkState { port: number; mails: number; mostAtOnce: number }
interface Desk { begins(): void; taken(): void }

/** A mail server that takes everything and keeps nothing. Any order answers its state and counts from 0 again. */
serve<SinkSettings, 'state', SinkState>(async ({ kind }) => {
  const state = { mails: 0, under: 0, most: 0 };
  const desk: Desk = {
    begins() { state.under += 1; state.most = Math.max(state.most, state.under); },
    taken() { state.under -= 1; state.mails += 1; },
  };
  const server = kind === 'bare' ? bareServer(desk) : ordinaryServer(desk);
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const { port } = server.address() as AddressInfo;
  return {
    async run() {
      const now = { port, mails: state.mails, mostAtOnce: state.most };
      Object.assign(state, { mails: 0, most: 0 });
      return now;
    },
    async end() { server.close(); },
  };
});

function ordinaryServer(desk: Desk) {
  const smtp = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, logger: false,
    onMailFrom(_address, _session, done) { desk.begins(); done(); },
    onData(stream, _session, done) {
      stream.on('end', () => { desk.taken(); done(); });
      stream.resume();
    },
  });
  smtp.on('error', () => {});
  return smtp.server;
}

function bareServer(desk: Desk) {
  return createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    speak(socket, desk);
  });
}

const END = Buffer.from('\r\n.\r\n');

function speak(socket: Socket, desk: Desk): void {
  let rest: Buffer = Buffer.alloc(0);
  let inData = false;
  socket.write('220 sink ESMTP\r\n');
  socket.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const end = inData ? rest.indexOf(END) : rest.indexOf('\r\n');
      if (end < 0) return;
      const line = inData ? '' : rest.subarray(0, 4).toString('latin1').toUpperCase();
      rest = rest.subarray(end + (inData ? END.length : 2));
      if (inData) { inData = false; desk.taken(); socket.write('250 taken\r\n'); }
      else if (line === 'DATA') { inData = true; socket.write('354 go on\r\n'); }
      else if (line === 'QUIT') { socket.end('221 bye\r\n'); return; }
      else if (line === 'MAIL') { desk.begins(); socket.write('250 ok\r\n'); }
      else socket.write(line === 'EHLO' ? '250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n' : '250 ok\r\n');
    }
  });
}
