import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkClaims, LinkPurpose, SignedLinks } from '@trackrecord/application/ports';
import { PlanId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';

/** As long as the hash that it keys (RFC 2104, section 3). */
export const shortestKey_bytes = 32;

/** What is signed says what it is: no signature that the key makes for anything else is ever one of a link. */
const context = 'trackrecord link 1\n';

/** Longer than any link: what is no link is not hashed. */
const longestToken = 512;

const shape = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}$/u;

const purposes: ReadonlyArray<LinkPurpose> = ['answer', 'stop'];

/** The claims in one line, each with one spelling only: none of them holds a space. */
const lineOf = ({ purpose, plan, run, message, item, endsOn }: LinkClaims): string =>
  [purpose, plan, run, message, item, endsOn].join(' ');

const lookupPurpose = (text: string): LinkPurpose | undefined =>
  purposes.find((purpose) => purpose === text);

const lookupNumber = (text: string): number | undefined => {
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 0 && String(value) === text ? value : undefined;
};

const readLine = (line: string): O.Option<LinkClaims> => {
  const [purposeText = '', plan, run, messageText = '', itemText = '', endsOn] = line.split(' ');
  const purpose = lookupPurpose(purposeText);
  const message = lookupNumber(messageText);
  const item = lookupNumber(itemText);
  if (purpose === undefined || message === undefined || item === undefined) return O.none;
  if (!PlanId.is(plan) || !LocalDate.is(run) || !LocalDate.is(endsOn)) return O.none;
  const claims = { purpose, plan, run, message, item, endsOn };
  return lineOf(claims) === line ? O.some(claims) : O.none;
};

const areEqual = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/**
 * Links that are signed with HMAC-SHA256: the claims, a dot, the signature, both in base64url.
 * The signature is over the characters as they stand in the link, and is compared as characters, in constant time: a
 * second spelling of the same bytes (padding, spare bits) is another link, and nobody signed it.
 * @param key a secret of at least 32 bytes (a string's UTF-8); whoever has it can make links
 * @throws RangeError for a shorter key: it is made once, by the program, and not typed by anybody
 */
export const signedLinks = (key: string | Uint8Array): SignedLinks => {
  const secret = Buffer.from(key);
  if (secret.length < shortestKey_bytes)
    throw new RangeError(
      `The key that signs links has ${secret.length} bytes; it needs at least ${shortestKey_bytes}.`,
    );
  const signatureOf = (body: string): string =>
    createHmac('sha256', secret).update(`${context}${body}`).digest('base64url');
  return {
    sign: (claims) => {
      const body = Buffer.from(lineOf(claims)).toString('base64url');
      return `${body}.${signatureOf(body)}`;
    },
    read: (token) => {
      if (token.length > longestToken || !shape.test(token)) return O.none;
      const [body = '', signature = ''] = token.split('.');
      return areEqual(signature, signatureOf(body))
        ? readLine(Buffer.from(body, 'base64url').toString('utf8'))
        : O.none;
    },
  };
};
