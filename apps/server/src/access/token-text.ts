import { AccessId } from '@trackrecord/domain';
import { Sha256 } from '@trackrecord/kernel';
import { createHash } from 'node:crypto';
import type { Randomness } from './randomness.ts';

/** By what a secret is known again without being kept. */
export const secretDigest = (secret: string): Sha256 => {
  const digest = createHash('sha256').update(secret).digest('hex');
  if (Sha256.is(digest)) return digest;
  throw new Error('SHA-256 makes a SHA-256');
};

/** What is secret of a new token (256 random bits), and the digest by which it is known again. */
export type NewSecret = Readonly<{ secret: string; digest: Sha256 }>;

export const newTokenSecret = (random: Randomness): NewSecret => {
  const secret = Buffer.from(random(32)).toString('base64url');
  return { secret, digest: secretDigest(secret) };
};

/**
 * A token as a program sends it: a beginning by which scanners for leaked secrets can tell it, its id, its secret.
 * It is shown once and kept nowhere.
 */
export const tokenText = (id: AccessId, secret: string): string => `trk_${id}_${secret}`;

/** A token's id and its secret's digest; `undefined` for what is no token. */
export const tokenIn = (text: string): Readonly<{ id: AccessId; digest: Sha256 }> | undefined => {
  const [, id, secret] = /^trk_([a-z0-9-]{1,80})_([\w-]{43})$/u.exec(text) ?? [];
  return AccessId.is(id) && secret !== undefined ? { id, digest: secretDigest(secret) } : undefined;
};
