import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Delivery, Letter } from '@trackrecord/application/ports';
import { Instant } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { smtpMailer } from './smtp-mailer.ts';
import type { SmtpSettings } from './smtp-settings.ts';

const letter: Letter = {
  messageId: 'harbour.2026-03-02.3@plans.example.org',
  thread: 'harbour.party-9@plans.example.org',
  to: { name: 'Mary Reed', address: 'm.reed@vale.example' },
  date: must(Instant)('2026-03-02T09:00:00.000Z'),
  subject: '3 updates due: Harbour and Vale – action plan',
  text: 'Three updates are due.\n.\nhttps://plans.example.org/answer/abc\n',
  html: '<p>Three updates are due – £5.</p>',
  unsubscribe: 'https://plans.example.org/stop/abc.def',
};

/** Bigger than all that two sockets, and those who read and write them, can hold between them. */
const bigLetter: Letter = { ...letter, text: `${'x'.repeat(75)}\n`.repeat(400_000) };

const patient = { connect_ms: 20_000, reply_ms: 20_000, total_ms: 25_000 };
const hasty = { ...patient, reply_ms: 150 };
/** Long enough for a busy machine to come as far as the message, whose outcome depends on that. */
const lessHasty = { ...patient, reply_ms: 1_500 };

type Running = Readonly<{
  port: number;
  /** Cuts every connection, as a cable that is pulled out does. */
  cut: () => void;
  stop: () => Promise<void>;
}>;

const running = new Set<Running>();

afterEach(async () => {
  await Promise.all(Array.from(running, ({ stop }) => stop()));
  running.clear();
});

const listen = async (options: SMTPServerOptions): Promise<Running> => {
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 1,
    ...options,
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const address = server.server.address();
  const one: Running = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut,
    stop: () => {
      cut();
      return new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
  running.add(one);
  return one;
};

const sendTo = (
  port: number,
  what: Letter,
  settings: Partial<SmtpSettings> = {},
): Promise<Delivery> =>
  smtpMailer({
    url: `smtp://127.0.0.1:${port}`,
    from: { name: 'Trackrecord', address: 'trackrecord@plans.example.org' },
    timeouts: patient,
    ...settings,
  }).send(what)();

const containing = (text: string): unknown => expect.stringContaining(text);

const refusing = (code: number, message: string) =>
  Object.assign(new Error(message), { responseCode: code });

/** Sends a letter to a server that behaves in some way. */
const sentTo = async (
  options: SMTPServerOptions,
  what: Letter = letter,
  settings: Partial<SmtpSettings> = {},
): Promise<Delivery> => sendTo((await listen(options)).port, what, settings);

type Received = Readonly<{ source: string; from: string; to: ReadonlyArray<string> }>;

/** What a server that takes everything received. */
const received = async (what: Letter, settings: Partial<SmtpSettings> = {}): Promise<Received> => {
  const messages: Array<Received> = [];
  const delivery = await sentTo(
    {
      onData: (stream, { envelope }, done) => {
        const chunks: Array<Buffer> = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          messages.push({
            source: Buffer.concat(chunks).toString('utf8'),
            from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
            to: envelope.rcptTo.map(({ address }) => address),
          });
          done();
        });
      },
    },
    what,
    settings,
  );
  expect(delivery).toEqual({ _tag: 'Sent' });
  expect(messages).toHaveLength(1);
  return messages[0] ?? { source: '', from: '', to: [] };
};

/** The header lines of a message, unfolded. */
const headersOf = (source: string): ReadonlyArray<string> =>
  (source.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n');

describe('a message that is taken', () => {
  it('given a letter, when it is sent, then its envelope, headers, text and HTML arrive as they were written', async () => {
    const { source, from, to } = await received(letter);
    expect([from, to]).toEqual(['trackrecord@plans.example.org', ['m.reed@vale.example']]);
    const parsed = await simpleParser(source);
    expect(parsed.subject).toBe(letter.subject);
    expect(parsed.text).toBe(letter.text);
    expect(parsed.html).toBe(letter.html);
    expect(parsed.date?.toISOString()).toBe(letter.date);
    expect(headersOf(source)).toEqual(
      expect.arrayContaining([
        'From: Trackrecord <trackrecord@plans.example.org>',
        'To: Mary Reed <m.reed@vale.example>',
        'Message-ID: <harbour.2026-03-02.3@plans.example.org>',
        'References: <harbour.party-9@plans.example.org>',
        'In-Reply-To: <harbour.party-9@plans.example.org>',
        'Date: Mon, 02 Mar 2026 09:00:00 +0000',
        'Auto-Submitted: auto-generated',
        'X-Auto-Response-Suppress: OOF, AutoReply, DR, RN, NRN',
        'List-Unsubscribe: <https://plans.example.org/stop/abc.def>',
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      ]),
    );
    expect(headersOf(source).filter((line) => line.startsWith('Content-Type: multipart/'))).toEqual(
      [containing('multipart/alternative')],
    );
  });

  it('given the same letter twice, when it is sent, then the same bytes arrive', async () => {
    expect((await received(letter)).source).toBe((await received(letter)).source);
  });

  it('given nothing to stop, when it is sent, then no header offers to', async () => {
    const { source } = await received({ ...letter, unsubscribe: undefined });
    expect(source).not.toContain('List-Unsubscribe');
  });

  it('given an address to answer to, when it is sent, then it is in the headers', async () => {
    const { source } = await received(letter, {
      replyTo: { name: 'Jo Lane', address: 'jo@vale.example' },
    });
    expect(headersOf(source)).toContain('Reply-To: Jo Lane <jo@vale.example>');
  });

  it('given an address of hundreds of characters in text and header, when it is sent, then it arrives in one piece', async () => {
    const address = `https://plans.example.org/stop/${'abcdefghij'.repeat(40)}`;
    const { source } = await received({ ...letter, text: `${address}\n`, unsubscribe: address });
    expect((await simpleParser(source)).text).toBe(`${address}\n`);
    expect(headersOf(source)).toContain(`List-Unsubscribe: <${address}>`);
  });

  it('given a thread that is no message id, when two letters are sent, then they refer to the same one', async () => {
    const references = async (what: Letter) =>
      headersOf((await received(what)).source).filter((line) => line.startsWith('References:'));
    const one = await references({ ...letter, thread: 'plan 1\r\nBcc: x@y.example' });
    expect(one).toEqual([
      expect.stringMatching(/^References: <thread\.[0-9a-f]{32}@plans\.example\.org>$/),
    ]);
    const other = { ...letter, messageId: 'another@plans.example.org' };
    expect(await references({ ...other, thread: 'plan 1\r\nBcc: x@y.example' })).toEqual(one);
    expect(await references({ ...other, thread: 'plan 2' })).not.toEqual(one);
  });
});

describe('what would become a header', () => {
  const injected =
    '\r\nBcc: everybody@vale.example\r\n\r\n<b>body</b>\u2028X-Other: 1\nX-Third: 2\u0000';

  it('given line ends in a name and a subject, when it is sent, then they are one line and nobody else gets it', async () => {
    const { source, to } = await received(
      {
        ...letter,
        subject: `Due${injected}`,
        to: { name: `Mary" <x@y.example>${injected}`, address: letter.to.address },
      },
      { from: { name: `Track${injected}`, address: 'trackrecord@plans.example.org' } },
    );
    expect(to).toEqual(['m.reed@vale.example']);
    const names = headersOf(source).map((line) => line.split(':')[0]);
    for (const name of ['Bcc', 'X-Other', 'X-Third']) expect(names).not.toContain(name);
    expect(names.filter((name) => name === 'Subject' || name === 'To')).toHaveLength(2);
    const parsed = await simpleParser(source);
    expect(parsed.subject).toBe(
      'Due Bcc: everybody@vale.example <b>body</b> X-Other: 1 X-Third: 2',
    );
    expect(parsed.bcc).toBeUndefined();
    const addressed = Array.isArray(parsed.to) ? parsed.to : [parsed.to];
    expect(addressed.flatMap((one) => one?.value.map(({ address }) => address))).toEqual([
      'm.reed@vale.example',
    ]);
    expect(parsed.text).toBe(letter.text);
  });

  it.each([
    'm.reed@vale.example\r\nRCPT TO:<x@y.example>',
    'm.reed@vale.example, x@y.example',
    'Mary <m.reed@vale.example>',
    '<m.reed@vale.example>',
    'm.reed',
    '@vale.example',
    'm.reed@',
    'a@b@c.example',
    '',
  ])(
    'given %j for an address, when it is sent, then it bounces and no server hears of it',
    async (address) => {
      const heard: Array<string> = [];
      const delivery = await sentTo(
        {
          onConnect: (_, done) => {
            heard.push('connected');
            done();
          },
        },
        { ...letter, to: { name: 'Mary', address } },
      );
      expect(delivery).toEqual({ _tag: 'Bounced', why: containing('is none') });
      expect(heard).toEqual([]);
    },
  );

  it.each([
    { messageId: 'a b@c.example' },
    { messageId: 'a@c.example>\r\nBcc: <x@y.example' },
    { messageId: 'none' },
    { unsubscribe: 'javascript:alert(1)' },
    { unsubscribe: 'https://' },
  ])('given %j, when it is sent, then it fails', async (part) => {
    expect(await sentTo({}, { ...letter, ...part })).toEqual({
      _tag: 'Failed',
      why: containing('is none'),
    });
  });

  it('given line ends in the address to stop at, when it is sent, then they are no line ends of the header', async () => {
    const { source } = await received({
      ...letter,
      unsubscribe: 'https://plans.example.org/stop\r\nX-Other: 1',
    });
    expect(headersOf(source).map((line) => line.split(':')[0])).not.toContain('X-Other');
  });
});

describe('a message that the server refuses', () => {
  it.each([
    [550, 'Bounced'],
    [553, 'Bounced'],
    [450, 'Deferred'],
    [451, 'Deferred'],
    [421, 'Deferred'],
    [503, 'Deferred'],
  ])(
    'given %i to the recipient, when it is sent, then it is %s, with what the server said',
    async (code, tag) => {
      const delivery = await sentTo({
        onRcptTo: (_, __, done) => done(refusing(code, 'so says the server')),
      });
      expect(delivery).toEqual({
        _tag: tag,
        why: containing(`${code} so says the server`),
      });
    },
  );

  it.each([
    [550, 'Failed'],
    [451, 'Deferred'],
  ])('given %i to the sender, when it is sent, then it is %s', async (code, tag) => {
    const delivery = await sentTo({ onMailFrom: (_, __, done) => done(refusing(code, 'no')) });
    expect(delivery).toEqual({ _tag: tag, why: containing(`${code} no`) });
  });

  it.each([
    [554, 'Failed'],
    [552, 'Failed'],
    [451, 'Deferred'],
    [421, 'Deferred'],
  ])('given %i to the whole message, when it is sent, then it is %s', async (code, tag) => {
    const delivery = await sentTo({
      onData: (stream, _, done) => {
        stream.resume();
        stream.on('end', () => done(refusing(code, 'no')));
      },
    });
    expect(delivery).toEqual({ _tag: tag, why: containing(`${code} no`) });
  });

  it.each([
    [554, 'Failed'],
    [421, 'Deferred'],
  ])('given %i for a greeting, when it is sent, then it is %s', async (code, tag) => {
    const delivery = await sentTo({ onConnect: (_, done) => done(refusing(code, 'not you')) });
    expect(delivery).toEqual({ _tag: tag, why: containing('not you') });
  });
});

describe('signing in', () => {
  const signingIn = (
    onAuth: NonNullable<SMTPServerOptions['onAuth']>,
    options: SMTPServerOptions = {},
  ): SMTPServerOptions => ({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth,
    ...options,
  });

  it('given a user and a password, when it is sent, then the server is told both', async () => {
    const told: Array<unknown> = [];
    const { port } = await listen(
      signingIn(({ method, username, password }, _, done) => {
        told.push([method, username, password]);
        done(null, { user: username });
      }),
    );
    const url = `smtp://m%40il:from-the-url@127.0.0.1:${port}`;
    expect(await sendTo(port, letter, { url, password: 'pa ss:wörd%20' })).toEqual({
      _tag: 'Sent',
    });
    expect(await sendTo(port, letter, { url })).toEqual({ _tag: 'Sent' });
    expect(told).toEqual([
      ['PLAIN', 'm@il', 'pa ss:wörd%20'],
      ['PLAIN', 'm@il', 'from-the-url'],
    ]);
  });

  it('given a wrong password, when it is sent, then it fails, and nothing that is told holds the password', async () => {
    const password = 'correct-horse';
    const { port } = await listen(
      signingIn((auth, _, done) =>
        done(
          refusing(
            535,
            `${String(auth.password)} is wrong, AUTH ${Buffer.from(String(auth.password)).toString('base64')}`,
          ),
        ),
      ),
    );
    const delivery = await sendTo(port, letter, { url: `smtp://user@127.0.0.1:${port}`, password });
    expect(delivery).toEqual({
      _tag: 'Failed',
      why: containing('535 … is wrong, AUTH …'),
    });
  });

  it('given a server that cannot check passwords just now, when it is sent, then it is deferred', async () => {
    const { port } = await listen(signingIn((_, __, done) => done(refusing(454, 'later'))));
    expect(await sendTo(port, letter, { url: `smtp://user:pass-word@127.0.0.1:${port}` })).toEqual({
      _tag: 'Deferred',
      why: containing('454 later'),
    });
  });

  it('given a user, when the server lets nobody sign in, then it fails and says so', async () => {
    const { port } = await listen({});
    expect(await sendTo(port, letter, { url: `smtp://user:pass-word@127.0.0.1:${port}` })).toEqual({
      _tag: 'Failed',
      why: containing('lets nobody sign in'),
    });
  });

  it('given a server that does not encrypt, when encryption is demanded, then it fails before anything is told', async () => {
    const told: Array<unknown> = [];
    const { port } = await listen(
      signingIn((auth, _, done) => {
        told.push(auth.password);
        done(null, { user: 'x' });
      }),
    );
    const delivery = await sendTo(port, letter, {
      url: `smtp://user:pass-word@127.0.0.1:${port}`,
      requireTls: true,
    });
    expect(delivery).toEqual({ _tag: 'Failed', why: containing('does not encrypt') });
    expect(told).toEqual([]);
  });
});

describe('a server that falls silent', () => {
  it('given nothing that listens, when it is sent, then it is deferred', async () => {
    const port = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const at = server.address();
        server.close(() => resolve(isAddress(at) ? at.port : 0));
      });
    });
    expect(await sendTo(port, letter)).toEqual({
      _tag: 'Deferred',
      why: containing('ECONNREFUSED'),
    });
  });

  it('given a server that says nothing at all, when it is sent, then it is deferred', async () => {
    const delivery = await sentTo({ onConnect: () => undefined }, letter, {
      timeouts: { ...patient, connect_ms: 150 },
    });
    expect(delivery._tag).toBe('Deferred');
  });

  it.each([
    ['the sender', { onMailFrom: () => undefined }],
    ['the recipient', { onRcptTo: () => undefined }],
  ])(
    'given a server that hangs at %s, when it is sent, then it is deferred',
    async (_, options) => {
      expect((await sentTo(options, letter, { timeouts: hasty }))._tag).toBe('Deferred');
    },
  );

  it('given a server that hangs before it asks for the message, when all of it takes too long, then it is deferred', async () => {
    const delivery = await sentTo({ onRcptTo: () => undefined }, letter, {
      timeouts: { ...patient, total_ms: 150 },
    });
    expect(delivery).toEqual({ _tag: 'Deferred', why: containing('0.15 seconds') });
  });

  it('given a connection that is cut in the middle of a big message, when it is sent, then it is deferred', async () => {
    const server = await listen({
      onData: (stream) => {
        stream.on('error', () => undefined);
        stream.once('data', () => server.cut());
      },
    });
    expect(await sendTo(server.port, bigLetter)).toEqual({
      _tag: 'Deferred',
      why: containing('before the whole message left'),
    });
  });

  it('given a server that stops reading in the middle of a big message, when it is sent, then it is deferred', async () => {
    const delivery = await sentTo(
      {
        onData: (stream) => {
          stream.on('error', () => undefined);
          stream.once('data', () => stream.pause());
        },
      },
      bigLetter,
      { timeouts: hasty },
    );
    expect(delivery._tag).toBe('Deferred');
  });

  it.each([
    ['a small', letter],
    ['a big', { ...letter, text: `${'x'.repeat(75)}\n`.repeat(20_000) }],
  ])(
    'given a connection that is cut when the server has all of %s message, then it is unknown',
    async (_, what) => {
      const server = await listen({
        onData: (stream) => {
          stream.resume();
          stream.on('end', () => server.cut());
        },
      });
      expect(await sendTo(server.port, what)).toEqual({
        _tag: 'Unknown',
        why: containing('did not say that it took it'),
      });
    },
  );

  it('given a server that hangs when it has all of the message, then it is unknown', async () => {
    const delivery = await sentTo({ onData: (stream) => stream.resume() }, letter, {
      timeouts: lessHasty,
    });
    expect(delivery._tag).toBe('Unknown');
  });

  it('given a small message that the server asked for and never read, then it is unknown: it may have the dot', async () => {
    const delivery = await sentTo({ onData: (stream) => stream.pause() }, letter, {
      timeouts: lessHasty,
    });
    expect(delivery._tag).toBe('Unknown');
  });
});

const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;

describe('a mailer', () => {
  it('given a user and a password in its address, then its place shows neither', () => {
    const mailer = smtpMailer({
      url: 'smtp://user:pass-word@mail.example.org',
      from: { name: '', address: 'a@example.org' },
    });
    expect([mailer.kind, mailer.place]).toEqual(['smtp', 'mail.example.org:587']);
  });
});
