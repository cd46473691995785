import { AccessId } from '@trackrecord/domain';
import { must } from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemRandomness } from './randomness.ts';
import { newTokenSecret, tokenIn, tokenText } from './token-text.ts';

const id = must(AccessId)('a-3f0f6e1c-51d6');

/** 32 bytes, each 0: in base64url 43 times "A"; the digest is of those 43 characters, by sha256sum. */
const secretOfZeros = 'A'.repeat(43);
const digestOfZeros = '0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a';

describe('the text of a token', () => {
  it('given 32 bytes, then a secret of 43 characters, and its SHA-256', () => {
    expect(newTokenSecret((count) => new Uint8Array(count))).toEqual({
      secret: secretOfZeros,
      digest: digestOfZeros,
    });
  });

  it('given its id and its secret, then it can be told by its beginning, and is read back', () => {
    const text = tokenText(id, secretOfZeros);
    expect(text).toBe(`trk_a-3f0f6e1c-51d6_${secretOfZeros}`);
    expect(tokenIn(text)).toEqual({ id, digest: digestOfZeros });
  });

  it('given any id and any bytes, then the token is read back with their digest', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,79}$/).map(must(AccessId)),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (any, bytes) => {
          const { secret, digest } = newTokenSecret(() => bytes);
          expect(tokenIn(tokenText(any, secret))).toEqual({ id: any, digest });
        },
      ),
    );
  });

  it('given two tokens, then no two secrets are one', () => {
    const secrets = Array.from({ length: 100 }, () => newTokenSecret(systemRandomness).secret);
    expect(new Set(secrets).size).toBe(100);
  });

  it.each([
    '',
    'trk_',
    secretOfZeros,
    `trk_${secretOfZeros}`,
    `trk__${secretOfZeros}`,
    `trk_-a_${secretOfZeros}`,
    `trk_A-3F_${secretOfZeros}`,
    `trk_a_${secretOfZeros.slice(1)}`,
    `trk_a_${secretOfZeros}A`,
    `trk_a_${secretOfZeros.slice(1)}=`,
    ` trk_a_${secretOfZeros}`,
    `trk_a_${secretOfZeros}\n`,
    `trk_${'a'.repeat(81)}_${secretOfZeros}`,
  ])('given %j, then it is no token', (text) => {
    expect(tokenIn(text)).toBeUndefined();
  });
});
