import type { Branded } from '@trackrecord/kernel';
import * as t from 'io-ts';

/** What a person signs in with, as it is compared: without case, and in one of the forms that look alike. */
export type SignInName = Branded<string, 'SignInName'>;

const normalised = (text: string): string => text.normalize('NFKC').toLowerCase();

const isSignInName = (value: unknown): value is SignInName =>
  typeof value === 'string' &&
  // Nothing that cannot be seen: no spaces, no control and format characters, no halves of surrogate pairs.
  /^[^\p{C}\p{Z}]{3,80}$/u.test(value) &&
  normalised(value) === value;

/** 3 to 80 visible characters; decoded in any case, kept in lower case. */
export const SignInName: t.Type<SignInName, string> = new t.Type(
  'SignInName',
  isSignInName,
  (value, context) => {
    const name = typeof value === 'string' ? normalised(value) : value;
    return isSignInName(name) ? t.success(name) : t.failure(value, context);
  },
  (name) => name,
);
