import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Letter } from '@trackrecord/application/ports';
import { Instant } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { simpleParser } from 'mailparser';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { outboxMailer } from './outbox-mailer.ts';

const letter: Letter = {
  messageId: 'harbour.2026-03-02.3@plans.example.org',
  thread: 'harbour.party-9@plans.example.org',
  to: { name: 'Mary Reed', address: 'm.reed@vale.example' },
  date: must(Instant)('2026-03-02T09:00:00.000Z'),
  subject: 'Update due',
  text: 'An update is due.\n',
  html: '<p>An update is due.</p>',
};

const made: Array<string> = [];
const newDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'outbox-'));
  made.push(directory);
  return directory;
};

const place = { directory: '' };
beforeEach(() => {
  place.directory = join(newDirectory(), 'mail', 'out');
});
afterAll(() => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});

const containing = (text: string): unknown => expect.stringContaining(text);

describe('an outbox', () => {
  it('given a letter, when it is sent, then it is a file that a mail program opens and only its owner can read', async () => {
    const mailer = outboxMailer(place.directory, {
      from: { name: 'Plans', address: 'plans@example.org' },
    });
    expect([mailer.kind, mailer.place]).toEqual(['outbox', place.directory]);
    expect(await mailer.send(letter)()).toEqual({ _tag: 'Sent' });
    expect(readdirSync(place.directory)).toEqual(['harbour.2026-03-02.3@plans.example.org.eml']);
    const file = join(place.directory, 'harbour.2026-03-02.3@plans.example.org.eml');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(place.directory).mode & 0o777).toBe(0o700);
    const parsed = await simpleParser(readFileSync(file));
    expect([parsed.subject, parsed.text, parsed.html, parsed.messageId]).toEqual([
      letter.subject,
      letter.text,
      letter.html,
      `<${letter.messageId}>`,
    ]);
    expect(parsed.from?.text).toBe('"Plans" <plans@example.org>');
  });

  it('given a letter, when it is sent again and twice at once, then there is one file of it', async () => {
    const mailer = outboxMailer(place.directory);
    const sent = await Promise.all([mailer.send(letter)(), mailer.send(letter)()]);
    expect([...sent, await mailer.send(letter)()].map(({ _tag }) => _tag)).toEqual([
      'Sent',
      'Sent',
      'Sent',
    ]);
    expect(readdirSync(place.directory)).toHaveLength(1);
  });

  it.each([
    '../../../etc/passwd@x.example',
    '/etc/passwd@x.example',
    '.hidden@x.example',
    'a|b@x.example',
    `${'long'.repeat(60)}@x.example`,
  ])(
    'given the message id %s, when it is sent, then its file is in the outbox and plainly named',
    async (messageId) => {
      expect(await outboxMailer(place.directory).send({ ...letter, messageId })()).toEqual({
        _tag: 'Sent',
      });
      const files = readdirSync(place.directory);
      expect(files).toEqual([
        expect.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9@_+.-]{0,170}\.[0-9a-f]{16}\.eml$/),
      ]);
      expect(readdirSync(join(place.directory, '..'))).toEqual(['out']);
    },
  );

  it('given two message ids that look alike as file names, when both are sent, then there are two files', async () => {
    const mailer = outboxMailer(place.directory);
    await mailer.send({ ...letter, messageId: 'a/b@x.example' })();
    await mailer.send({ ...letter, messageId: 'a|b@x.example' })();
    await mailer.send({ ...letter, messageId: 'a_b@x.example' })();
    expect(readdirSync(place.directory)).toHaveLength(3);
  });

  it('given an address that is none, when it is sent, then it bounces as it would from a server', async () => {
    const to = { name: 'Mary', address: 'm.reed' };
    expect(await outboxMailer(place.directory).send({ ...letter, to })()).toEqual({
      _tag: 'Bounced',
      why: containing('"m.reed"'),
    });
  });

  it('given a file where the directory should be, when it is sent, then it fails and says where', async () => {
    const file = join(newDirectory(), 'file');
    writeFileSync(file, '');
    expect(await outboxMailer(file).send(letter)()).toEqual({
      _tag: 'Failed',
      why: containing(file),
    });
  });

  // Whoever is root may write anywhere.
  it.skipIf(process.getuid?.() === 0)(
    'given a directory that may not be written, when it is sent, then it fails and leaves nothing behind',
    async () => {
      const directory = newDirectory();
      chmodSync(directory, 0o500);
      expect((await outboxMailer(directory).send(letter)())._tag).toBe('Failed');
      chmodSync(directory, 0o700);
      expect(readdirSync(directory)).toEqual([]);
    },
  );
});
