import { hash, parseOptions, verify } from '@node-rs/argon2';
import * as E from 'fp-ts/lib/Either.js';
import { commonPasswords } from './common-passwords.ts';
import { type Randomness, randomGroups } from './randomness.ts';

/**
 * argon2id (the library's default) with 19 MiB, two passes and one lane: the least that OWASP's Password Storage Cheat
 * Sheet recommends, since many may sign in at once on a small machine.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** In characters as people count them. The upper end is far above any passphrase, and keeps hashing short. */
export const passwordLength = { least: 12, most: 256 } as const;

/** One form of what looks the same, however a keyboard makes it (NIST SP 800-63B, 5.1.1.2). */
const normalised = (password: string): string => password.normalize('NFKC');

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Who chooses a password, as far as others could guess it by that. */
export type Chooser = Readonly<{ name: string; signInName: string }>;

/** What others do not know already has to be as long as that. */
const leastBesidesName = 8;

const partsOf = ({ name, signInName }: Chooser): ReadonlyArray<string> =>
  [...name.split(/\s+/u), ...signInName.split(/[@.\-_]/u)]
    .map(lettersOf)
    .filter((part) => part.length >= 3)
    .toSorted((one, other) => other.length - one.length);

const isMostlyName = (password: string, chooser: Chooser): boolean => {
  const letters = lettersOf(password);
  const rest = partsOf(chooser).reduce((left, part) => left.replaceAll(part, ''), letters);
  return rest !== letters && rest.length < leastBesidesName;
};

const isCommon = (password: string): boolean => {
  const letters = password.toLowerCase();
  const core = letters.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return (
    commonPasswords.has(core.replace(/[^\p{L}]/gu, '')) ||
    // No word at all: figures and signs alone, or few characters again and again, or one row of keys.
    new Set(letters).size < 5 ||
    /^[\d\W]+$/u.test(letters) ||
    'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz'.includes(letters)
  );
};

/** Why a password is not taken, in words for whoever chose it; `undefined` where it is. It is never repeated. */
export const passwordFault = (password: string, chooser: Chooser): string | undefined => {
  const length = Array.from(normalised(password)).length;
  if (length < passwordLength.least)
    return `A password needs at least ${passwordLength.least} characters; this one has ${length}. Three or four words that do not belong together are easy to remember.`;
  if (length > passwordLength.most)
    return `A password has at most ${passwordLength.most} characters; this one has ${length}.`;
  if (isMostlyName(password, chooser))
    return 'This password is little more than a name: others would try that first. Choose words that have nothing to do with it.';
  return isCommon(password)
    ? 'This password is one of those that are tried first. Choose three or four words that do not belong together.'
    : undefined;
};

/** What is kept of a password: its parameters, salt and argon2id digest as one text. */
export const hashPassword = (password: string): Promise<string> => hash(normalised(password), cost);

/** Whether a hash was made with other parameters than those of today: it is made anew when its owner signs in. */
export const isOutdated = (hashed: string): boolean => {
  const parsed = E.tryCatch(
    () => parseOptions(hashed),
    () => undefined,
  );
  return (
    E.isLeft(parsed) ||
    !hashed.startsWith('$argon2id$') ||
    parsed.right.memoryCost !== cost.memoryCost ||
    parsed.right.timeCost !== cost.timeCost ||
    parsed.right.parallelism !== cost.parallelism
  );
};

/** A longer one was never taken, and cut to this it still is none of those that were. In UTF-16 units. */
const longestTried = 2 * passwordLength.most + 1;

/** Whether it is the password of a hash; a hash that cannot be read has none. */
export const isPasswordOf = async (hashed: string, password: string): Promise<boolean> => {
  try {
    return await verify(hashed, normalised(password).slice(0, longestTried));
  } catch {
    return false;
  }
};

/** A password that nobody can guess, for whoever is told it once: four times five characters, 100 bits. */
export const generatePassword = (random: Randomness): string => randomGroups(random, 4, 5);
