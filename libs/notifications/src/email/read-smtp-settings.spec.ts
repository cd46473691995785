import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { readSmtpSettings, type SettingFault } from './read-smtp-settings.ts';
import { lookupSmtpServer } from './smtp-settings.ts';

const url = 'TRACKRECORD_SMTP_URL';
const file = 'TRACKRECORD_SMTP_PASSWORD_FILE';
const from = 'TRACKRECORD_MAIL_FROM';

const whole = {
  [url]: 'smtp://plans@mail.example.org:2525',
  [file]: '/run/secrets/mail',
  [from]: 'Trackrecord <plans@example.org>',
};

const sender = { name: 'Trackrecord', address: 'plans@example.org' };

const faultsOf = (
  variables: Readonly<Record<string, string | undefined>>,
  password?: string,
): ReadonlyArray<SettingFault> => {
  const read = readSmtpSettings(variables, password);
  return E.isLeft(read) ? read.left : [];
};

const named = (faults: ReadonlyArray<SettingFault>) => faults.map(({ variable }) => variable);

describe('the settings of a mail server', () => {
  it.each([{}, { [url]: '' }, { [url]: '  ', HOME: '/home/x' }])(
    'given none of them in %j, then there is no mail server, and nothing is wrong',
    (variables) => {
      expect(readSmtpSettings(variables, undefined)).toEqual(E.right(undefined));
    },
  );

  it('given all of them, then they are read, and the password without the line end of its file', () => {
    expect(readSmtpSettings(whole, ' pa ss \n')).toEqual(
      E.right({ url: whole[url], password: ' pa ss ', from: sender }),
    );
    expect(
      readSmtpSettings(
        { ...whole, TRACKRECORD_MAIL_REPLY_TO: 'jo@example.org', TRACKRECORD_SMTP_TLS: 'required' },
        'x\r\n',
      ),
    ).toEqual(
      E.right({
        url: whole[url],
        password: 'x',
        from: sender,
        replyTo: { name: '', address: 'jo@example.org' },
        requireTls: true,
      }),
    );
  });

  it('given a password in the address and no file, then it is taken', () => {
    const read = readSmtpSettings(
      { [url]: 'smtps://me:s%40cret@mail.example.org', [from]: '"A, B" <a@example.org>' },
      undefined,
    );
    expect(read).toEqual(
      E.right({
        url: 'smtps://me:s%40cret@mail.example.org',
        from: { name: 'A, B', address: 'a@example.org' },
      }),
    );
  });

  it.each([
    'mail.example.org:587',
    'https://mail.example.org',
    'smtp://',
    'smtp://me:hidden-word@mail.example.org:587/path',
    'smtp://me:hidden-word@mail.example.org:587?tls=no',
    'smtp://me:hidden-word@mail.example.org:66000',
    'me:hidden-word@mail.example.org',
  ])('given the address %s, then it is refused by name, and no password is repeated', (value) => {
    const faults = faultsOf({ ...whole, [url]: value, [file]: undefined });
    expect(named(faults)).toEqual([url]);
    expect(JSON.stringify(faults)).toContain('smtp://user@mail.example.org:587');
    expect(JSON.stringify(faults)).not.toContain('hidden-word');
  });

  it.each([
    ['a file that could not be read', whole, undefined, 'could not be read'],
    ['an empty file', whole, '\n', 'holds no password'],
    ['a user without a password', { ...whole, [file]: '' }, undefined, 'names a user'],
    ['a password without a user', { ...whole, [url]: 'smtp://mail.example.org' }, 'x', 'no user'],
  ])('given %s, then the password file is named', (_, variables, password, message) => {
    const faults = faultsOf(variables, password);
    expect(named(faults)).toEqual([file]);
    expect(faults[0]?.message).toContain(message);
  });

  it('given several that are wrong, then each is told, with its value', () => {
    const faults = faultsOf(
      {
        [url]: 'nowhere',
        [from]: 'Trackrecord',
        TRACKRECORD_MAIL_REPLY_TO: 'x',
        TRACKRECORD_SMTP_TLS: 'yes',
      },
      undefined,
    );
    expect(named(faults)).toEqual([url, from, 'TRACKRECORD_MAIL_REPLY_TO', 'TRACKRECORD_SMTP_TLS']);
    expect(faults[1]?.message).toContain('"Trackrecord" is not an email address');
    expect(faults[3]?.message).toContain('"required" nor "when-offered"');
  });

  it('given a sender and no server, then the server is missed', () => {
    expect(named(faultsOf({ [from]: 'a@example.org' }))).toEqual([from]);
  });

  it.each([
    ['smtp://mail.example.org', 'mail.example.org', 587, true],
    ['smtps://mail.example.org', 'mail.example.org', 465, true],
    ['smtp://localhost:25', 'localhost', 25, false],
    ['smtp://127.0.0.2:25', '127.0.0.2', 25, false],
    ['smtp://[::1]:25', '::1', 25, false],
    ['smtp://localhost.example.org:25', 'localhost.example.org', 25, true],
    ['smtp://127.0.0.1.example.org', '127.0.0.1.example.org', 587, true],
    ['smtp://[2001:db8::1]', '2001:db8::1', 587, true],
  ])('given %s, then it is %s, port %i, encrypted on demand: %s', (address, host, port, tls) => {
    const server = lookupSmtpServer({ url: address });
    expect([server?.host, server?.port, server?.requireTls]).toEqual([host, port, tls]);
    expect(lookupSmtpServer({ url: address, requireTls: !tls })?.requireTls).toBe(!tls);
  });
});
