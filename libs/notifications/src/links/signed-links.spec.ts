import type { LinkClaims } from '@trackrecord/application/ports';
import { PlanId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import * as O from 'fp-ts/lib/Option.js';
import { describe, expect, it } from 'vitest';
import { signedLinks } from './signed-links.ts';

const key = 'a key of thirty-two bytes, or so.';
const links = signedLinks(key);

const claims: LinkClaims = {
  purpose: 'answer',
  plan: must(PlanId)('harbour-and-vale'),
  run: must(LocalDate)('2026-03-02'),
  message: 3,
  item: 2,
  endsOn: must(LocalDate)('2026-04-01'),
};

/*
 * Worked out with openssl alone:
 *   body=$(printf 'answer harbour-and-vale 2026-03-02 3 2 2026-04-01' | openssl base64 -A | tr '+/' '-_' | tr -d '=')
 *   printf 'trackrecord link 1\n%s' "$body" |
 *     openssl dgst -sha256 -hmac 'a key of thirty-two bytes, or so.' -binary |
 *     openssl base64 -A | tr '+/' '-_' | tr -d '='
 */
const token =
  'YW5zd2VyIGhhcmJvdXItYW5kLXZhbGUgMjAyNi0wMy0wMiAzIDIgMjAyNi0wNC0wMQ.nAOl9gpV_jLBVBAqUSrAqY_i0b5RknbaxfzdJLyWZ-w';

const isRefused = (text: string): boolean => O.isNone(links.read(text));

describe('signed links', () => {
  it('given claims, when they are signed, then the link is the one that openssl makes of them', () => {
    expect(links.sign(claims)).toBe(token);
  });

  it('given a signed link, when it is read, then it says what was signed', () => {
    expect(links.read(token)).toEqual(O.some(claims));
  });

  it('given any claims, when they are signed and read, then they are the same, in characters that need no escape', () => {
    const date = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((at) => must(LocalDate)(at.toISOString().slice(0, 10)));
    const anyClaims = fc.record({
      purpose: fc.constantFrom('answer' as const, 'stop' as const),
      plan: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,79}$/).map(must(PlanId)),
      run: date,
      message: fc.nat(),
      item: fc.nat(),
      endsOn: date,
    });
    fc.assert(
      fc.property(anyClaims, (some) => {
        const signed = links.sign(some);
        expect(signed).toMatch(/^[A-Za-z0-9_.-]+$/);
        expect(links.read(signed)).toEqual(O.some(some));
      }),
    );
  });

  it('given a link, when any bit of any byte of it is flipped, then it is refused', () => {
    const bytes = Buffer.from(token, 'latin1');
    const accepted = Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const flipped = Buffer.from(bytes);
      const at = Math.floor(bit / 8);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (bit % 8)), at);
      return flipped.toString('latin1');
    }).filter((other) => !isRefused(other));
    expect(accepted).toEqual([]);
  });

  it('given a link, when any byte of it is replaced by any other character of its alphabet, then it is refused', () => {
    const alphabet = Array.from(
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.',
    );
    const accepted = Array.from(token).flatMap((was, at) =>
      alphabet
        .filter((character) => character !== was)
        .map((character) => `${token.slice(0, at)}${character}${token.slice(at + 1)}`)
        .filter((other) => !isRefused(other)),
    );
    expect(accepted).toEqual([]);
  });

  it('given a link, when it is cut anywhere or anything is put before, into or after it, then it is refused', () => {
    const places = Array.from({ length: token.length + 1 }, (_, at) => at);
    const cut = places.slice(0, -1).map((at) => token.slice(0, at));
    const dropped = places.slice(0, -1).map((at) => `${token.slice(0, at)}${token.slice(at + 1)}`);
    const added = ['=', '==', ' ', '\n', '\t', '\r\n', '.', 'A', '%3D', '\u0000', '\u200b'].flatMap(
      (text) => places.map((at) => `${token.slice(0, at)}${text}${token.slice(at)}`),
    );
    const [body = '', signature = ''] = token.split('.');
    const others = ['', '.', body, signature, `${body}.`, `.${signature}`, `${signature}.${body}`];
    expect([...cut, ...dropped, ...added, ...others].filter((other) => !isRefused(other))).toEqual(
      [],
    );
  });

  it('given the same bytes in another spelling (standard base64, spare bits), then it is refused', () => {
    const [body = '', signature = ''] = token.split('.');
    const standard = (text: string): string => Buffer.from(text, 'base64url').toString('base64');
    // 43 characters hold 258 bits: the last two of the last one are not part of the 256.
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const spare = [1, 2, 3].map(
      (bits) => signature.slice(0, -1) + last.charAt(last.indexOf(signature.slice(-1)) + bits),
    );
    for (const other of spare)
      expect(Buffer.from(other, 'base64url')).toEqual(Buffer.from(signature, 'base64url'));
    expect(
      [
        `${standard(body)}.${standard(signature)}`,
        ...spare.map((other) => `${body}.${other}`),
      ].filter((other) => !isRefused(other)),
    ).toEqual([]);
  });

  it('given a link signed with another key, then it is refused', () => {
    expect(isRefused(signedLinks(`${key}.`).sign(claims))).toBe(true);
    expect(isRefused(signedLinks(Buffer.alloc(32)).sign(claims))).toBe(true);
  });

  it('given the signature of one link, when it stands under the claims of another, then it is refused', () => {
    const signatureOf = (some: LinkClaims): string => links.sign(some).split('.')[1] ?? '';
    const others: ReadonlyArray<LinkClaims> = [
      { ...claims, purpose: 'stop' },
      { ...claims, plan: must(PlanId)('harbour-and-vale-2') },
      { ...claims, run: must(LocalDate)('2026-03-03') },
      { ...claims, message: 32 },
      { ...claims, item: 1 },
      { ...claims, endsOn: must(LocalDate)('2027-04-01') },
    ];
    const body = token.split('.')[0] ?? '';
    expect(others.filter((other) => !isRefused(`${body}.${signatureOf(other)}`))).toEqual([]);
    expect(new Set(others.map(signatureOf)).size).toBe(others.length);
  });

  it('given a key of fewer than 32 bytes, then no links are made with it', () => {
    expect(() => signedLinks('x'.repeat(31))).toThrow('31 bytes');
    expect(() => signedLinks(new Uint8Array(31))).toThrow('at least 32');
    expect(() => signedLinks('é'.repeat(16))).not.toThrow();
  });
});
