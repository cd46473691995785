import type { Randomness } from '../access/randomness.ts';
import { newTokenSecret, type NewSecret, secretDigest } from '../access/token-text.ts';

/** What is secret of a calendar's new address: 256 random bits, as 43 characters. */
export const newCalendarSecret = (random: Randomness): NewSecret => newTokenSecret(random);

/** The address that a calendar program is given. */
export const calendarAddress = ({ origin }: Pick<URL, 'origin'>, secret: string): string =>
  `${origin}/calendar/${secret}.ics`;

/** The digest of the secret in the last part of a path; `undefined` where it is no calendar's address. */
export const digestIn = (name: string | undefined): string | undefined => {
  const [, secret] = /^([\w-]{43})\.ics$/u.exec(name ?? '') ?? [];
  return secret === undefined ? undefined : secretDigest(secret);
};
