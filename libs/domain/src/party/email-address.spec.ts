import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { EmailAddress } from './email-address.ts';

const decoded = (text: unknown) => E.getOrElseW(() => undefined)(EmailAddress.decode(text));

const local64 = 'l'.repeat(64);
const label63 = 'd'.repeat(63);
// 64 + @ + two labels of 63 and one of 53, each with its full stop, + "example": 254 characters.
const longest = `${local64}@${label63}.${label63}.${'d'.repeat(53)}.example`;

// RFC 5321, 4.1.2 and 4.5.3.1; RFC 5322, 3.2.3 and 3.4.1; RFC 1035, 2.3.4; RFC 3696, 3.
describe('an address of electronic mail', () => {
  it.each([
    'm@a.uk',
    'm.reed@harbour.example',
    'm.r.e.e.d@harbour.example',
    'o’neil'.replace('’', "'") + '@harbour.example',
    'reed+plans@harbour.example',
    'first_last@harbour.example',
    "!#$%&'*+/=?^_`{|}~-@harbour.example",
    '42@harbour.example',
    'm@4.example',
    'm@harbour-trust.gov.uk',
    'm@a.b.c.d.e.example',
    'm@xn--bcher-kva.example',
    'm@harbour.xn--p1ai',
    'Reed@harbour.example',
    `${local64}@harbour.example`,
    `m@${label63}.example`,
    longest,
  ])('given %s, then it is one, and stays as it is', (text) => {
    expect(decoded(text)).toBe(text);
    expect(EmailAddress.is(text)).toBe(true);
  });

  it.each([
    ['  m@a.example\n', 'm@a.example'],
    ['M.Reed@HARBOUR.Example', 'M.Reed@harbour.example'],
    ['m@XN--BCHER-KVA.example', 'm@xn--bcher-kva.example'],
  ])('given %j, then it is kept as %s', (typed, kept) => {
    expect(decoded(typed)).toBe(kept);
    expect(EmailAddress.is(typed)).toBe(false);
  });

  it('given the lengths, then they are what they are said to be', () => {
    expect([longest.length, local64.length, label63.length]).toEqual([254, 64, 63]);
  });

  it.each([
    ['nothing', ''],
    ['no @', 'm.reed'],
    ['no local part', '@harbour.example'],
    ['no domain', 'm@'],
    ['a name alone for a domain', 'm@localhost'],
    ['two @', 'm@reed@harbour.example'],
    ['a full stop at the beginning', '.m@harbour.example'],
    ['a full stop at the end of the local part', 'm.@harbour.example'],
    ['two full stops in the local part', 'm..r@harbour.example'],
    ['two full stops in the domain', 'm@harbour..example'],
    ['a full stop at the beginning of the domain', 'm@.harbour.example'],
    ['a full stop at the end', 'm@harbour.example.'],
    ['a hyphen at the beginning of a label', 'm@-harbour.example'],
    ['a hyphen at the end of a label', 'm@harbour-.example'],
    ['an underscore in the domain', 'm@har_bour.example'],
    ['a top label of one letter', 'm@harbour.e'],
    ['a top label of digits', 'm@10.0.0.1'],
    ['an address literal', 'm@[10.0.0.1]'],
    ['a quoted local part', '"m reed"@harbour.example'],
    ['a comment', 'm(reed)@harbour.example'],
    ['a name before it', 'M. Reed <m@harbour.example>'],
    ['two addresses', 'm@harbour.example,n@harbour.example'],
    ['two addresses', 'm@harbour.example; n@harbour.example'],
    ['a space', 'm reed@harbour.example'],
    ['a local part that is not ASCII', 'mårten@harbour.example'],
    ['a domain that is not ASCII', 'm@bücher.example'],
    ['a local part of 65', `l${local64}@harbour.example`],
    ['a label of 64', `m@d${label63}.example`],
    ['255 characters', `${local64}@${label63}.${label63}.${'d'.repeat(54)}.example`],
    ['another header', 'a@b.example\nBcc: everybody@b.example'],
    ['another header', 'a@b.example\r\nBcc: everybody@b.example'],
    ['another header', 'Bcc:everybody@b.example'],
    ['a line break', 'a\n@b.example'],
    ['a line break', 'a@b\n.example'],
    ['a folded line', 'a@b.\r\n example'],
    ['a NUL', 'a\0@b.example'],
    ['a DEL', 'a\u007f@b.example'],
    ['a character that nobody sees', 'a\u200b@b.example'],
    ['a mailto address', 'mailto:m@harbour.example'],
    ['a number', 42],
    ['nothing at all', null],
  ])('given %s (%j), then it is none', (_what, text) => {
    expect(decoded(text)).toBeUndefined();
    expect(EmailAddress.is(text)).toBe(false);
  });
});
