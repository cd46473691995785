import type { Delivery, Letter } from '@trackrecord/application/ports';
import { Instant } from '@trackrecord/kernel';
import { smtpMailer, type SmtpSettings } from '@trackrecord/notifications';
import { must } from '@trackrecord/test-kit';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { type Certificate, createAuthority } from '../cluster-peer/certificates.ts';

const letter: Letter = {
  messageId: '1@plans.example.org',
  thread: 'plan@plans.example.org',
  to: { name: 'Mary Reed', address: 'm.reed@vale.example' },
  date: must(Instant)('2026-03-02T09:00:00.000Z'),
  subject: 'Update due',
  text: 'An update is due.\n',
  html: '<p>An update is due.</p>',
};

type Heard = Readonly<{ isEncrypted: boolean; user: unknown; command: string }>;

type Conversation = Readonly<{ delivery: Delivery; heard: ReadonlyArray<Heard> }>;

const servers = new Set<SMTPServer>();

afterEach(async () => {
  await Promise.all(
    Array.from(servers, (server) => new Promise<void>((resolve) => server.close(resolve))),
  );
  servers.clear();
});

/** Sends a letter to a server with a certificate, which takes one user's word only when it is encrypted. */
const converse = async (
  certificate: Certificate,
  scheme: 'smtp' | 'smtps',
  settings: Partial<SmtpSettings>,
  options: SMTPServerOptions = {},
): Promise<Conversation> => {
  const heard: Array<Heard> = [];
  const server = new SMTPServer({
    secure: scheme === 'smtps',
    key: certificate.key,
    cert: certificate.certificate,
    closeTimeout: 1,
    disableReverseLookup: true,
    onAuth: ({ username, password }, session, done) => {
      heard.push({ isEncrypted: session.secure, user: username, command: 'AUTH' });
      done(password === 'right' ? null : new Error('wrong'), { user: username });
    },
    onData: (stream, session, done) => {
      heard.push({ isEncrypted: session.secure, user: session.user, command: 'DATA' });
      stream.resume();
      stream.on('end', () => done());
    },
    ...options,
  });
  servers.add(server);
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const delivery = await smtpMailer({
    url: `${scheme}://plans@localhost:${port}`,
    password: 'right',
    from: { name: 'Trackrecord', address: 'plans@example.org' },
    requireTls: true,
    timeouts: { connect_ms: 20_000, reply_ms: 20_000, total_ms: 25_000 },
    ...settings,
  }).send(letter)();
  return { delivery, heard };
};

const authority = createAuthority();
const localhost = authority.issue(['localhost']);
const ca = authority.certificate;

const containing = (text: string): unknown => expect.stringContaining(text);

describe('mail over TLS', () => {
  it.each(['smtp', 'smtps'] as const)(
    'given an authority that vouches for the server, when a message goes by %s, then all is encrypted from before the password',
    async (scheme) => {
      expect(await converse(localhost, scheme, { ca })).toEqual({
        delivery: { _tag: 'Sent' },
        heard: [
          { isEncrypted: true, user: 'plans', command: 'AUTH' },
          { isEncrypted: true, user: 'plans', command: 'DATA' },
        ],
      });
    },
  );

  it('given a wrong password, when a message goes by TLS, then it fails', async () => {
    const { delivery } = await converse(localhost, 'smtp', { ca, password: 'another' });
    expect(delivery).toEqual({ _tag: 'Failed', why: containing('535') });
  });

  it.each([
    ['nobody known vouches for', localhost, {}],
    ['another authority vouches for', createAuthority('Another').issue(['localhost']), { ca }],
    ['has another name', authority.issue(['mail.example.org']), { ca }],
    [
      'is too old',
      authority.issue(['localhost'], { from: '200101000000Z', to: '210101000000Z' }),
      { ca },
    ],
  ] as const)(
    'given a certificate that %s, when a message goes by either scheme, then it fails and the server hears neither password nor message',
    async (_, certificate, settings) => {
      for (const scheme of ['smtp', 'smtps'] as const)
        expect(await converse(certificate, scheme, settings)).toEqual({
          delivery: { _tag: 'Failed', why: containing('could not be sent') },
          heard: [],
        });
    },
  );

  it('given a server that does not encrypt, when it is not demanded, then the message goes as it is', async () => {
    const { delivery, heard } = await converse(
      localhost,
      'smtp',
      { requireTls: false },
      { disabledCommands: ['STARTTLS'], allowInsecureAuth: true },
    );
    expect(delivery).toEqual({ _tag: 'Sent' });
    expect(heard.map(({ isEncrypted }) => isEncrypted)).toEqual([false, false]);
  });

  it('given a server that encrypts nothing, when TLS is to start at once, then it fails and the server hears nothing', async () => {
    const plain = new SMTPServer({
      key: localhost.key,
      cert: localhost.certificate,
      closeTimeout: 1,
      disableReverseLookup: true,
    });
    servers.add(plain);
    plain.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      plain.listen(0, '127.0.0.1', resolve);
    });
    const address = plain.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { delivery, heard } = await converse(localhost, 'smtps', {
      ca,
      url: `smtps://plans@localhost:${port}`,
    });
    expect(delivery._tag).toBe('Failed');
    expect(heard).toEqual([]);
  });
});
