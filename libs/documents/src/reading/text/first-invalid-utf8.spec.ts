import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstInvalidUtf8 } from './first-invalid-utf8.ts';

/** Another's opinion: the decoder that Node brings, which says yes or no. */
const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

describe('given bytes', () => {
  it('when a decoder takes them then nothing is invalid, and otherwise what is before the place is valid', () => {
    const awkward = fc.constantFrom(
      0x41,
      0x7f,
      0x80,
      0xbf,
      0xc0,
      0xc2,
      0xe0,
      0xa0,
      0x9f,
      0xed,
      0xef,
      0xf0,
      0x90,
      0x8f,
      0xf4,
      0xf5,
      0xff,
    );
    fc.assert(
      fc.property(fc.array(awkward, { maxLength: 12 }), (all) => {
        const bytes = Uint8Array.from(all);
        const at = firstInvalidUtf8(bytes);
        expect(at === -1).toBe(isUtf8(bytes));
        if (at >= 0) expect(isUtf8(bytes.subarray(0, at))).toBe(true);
      }),
      { seed: 20261122, numRuns: 2000 },
    );
  });
});
