import type { AddressInfo, Socket } from 'node:net';
import { smtpMailer } from '@trackrecord/notifications';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** How a server behaves towards whoever sends. */
export type Manner =
  'takes it' | 'knows nobody' | 'greylists' | 'cuts in the middle' | 'hangs' | 'loses its answer';

export type MailServer = Readonly<{
  port: number;
  /** From now on. */
  be: (manner: Manner) => void;
  /** The subject and text of each whole message that arrived, answered or not. */
  arrived: ReadonlyArray<string>;
  stop: () => Promise<void>;
}>;

const refusal = (responseCode: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode });

/** A mail server on this machine, which is gone when the test has finished. */
export const mailServer = async (): Promise<MailServer> => {
  const state: { manner: Manner; isStopped: boolean } = { manner: 'takes it', isStopped: false };
  const sockets = new Set<Socket>();
  const arrived: Array<string> = [];
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const take = async (stream: SMTPServerDataStream): Promise<void> => {
    const { subject = '', text = '' } = await simpleParser(stream);
    arrived.push(`${subject}\n${text}`);
  };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 1,
    onRcptTo: (_address, _session, done) => {
      if (state.manner === 'knows nobody') done(refusal(550, 'no such user'));
      else if (state.manner === 'greylists') done(refusal(451, 'come back later'));
      else done();
    },
    onData: (stream, _session, done) => {
      if (state.manner === 'cuts in the middle') {
        stream.once('data', cut);
        return;
      }
      void take(stream).then(() => {
        if (state.manner === 'loses its answer') cut();
        else if (state.manner !== 'hangs') done();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address: AddressInfo | string | null = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens nowhere');
  const stop = async (): Promise<void> => {
    if (state.isStopped) return;
    state.isStopped = true;
    cut();
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
  };
  onTestFinished(stop);
  return {
    ...{ port: address.port, arrived, stop },
    be: (manner) => {
      state.manner = manner;
    },
  };
};

/** Sends to a server on this machine, which is not waited for longer than a busy machine needs. */
export const mailerTo = (port: number) =>
  smtpMailer({
    url: `smtp://127.0.0.1:${port}`,
    from: { name: 'Trackrecord', address: 'plans@council.example' },
    timeouts: { connect_ms: 5_000, reply_ms: 1_000, total_ms: 10_000 },
  });
