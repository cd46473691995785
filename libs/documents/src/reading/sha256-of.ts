import { createHash } from 'node:crypto';
import { Sha256 } from '@trackrecord/kernel';

export const sha256Of = (bytes: Uint8Array): Sha256 => {
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (!Sha256.is(digest)) throw new Error('SHA-256 is 64 hexadecimal digits');
  return digest;
};
