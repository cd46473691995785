import { canonicalJson } from '@trackrecord/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedText } from './stored-text.ts';

/** What the client gives of an event: its canonical JSON, parsed. */
const parsed = (text: string): unknown => JSON.parse(text);

type Value = null | boolean | number | string | ReadonlyArray<Value> | { [key: string]: Value };

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    // Keys that look like numbers come first in an object, whatever order they were written in.
    fc.dictionary(fc.oneof(fc.string(), fc.nat(200).map(String)), tie('value'), { maxKeys: 5 }),
  ),
}));

describe('the stored text of a parsed event', () => {
  it('given any canonical JSON, then it is that or nothing', () => {
    fc.assert(
      fc.property(value, (json) => {
        const text = canonicalJson(json);
        expect(storedText(parsed(text)) ?? text).toBe(text);
      }),
      { seed: 20_261_122, numRuns: 1000 },
    );
  });

  it('given an event as it is stored, then it is there', () => {
    const text = '{"data":{"a":[1,{"b":2,"c":null}],"z":"é"},"id":"x","version":1}';
    expect(storedText(parsed(text))).toBe(text);
  });

  it.each([
    '{"b":1,"a":2}',
    '{"a":{"y":1,"x":2}}',
    '{"a":[{"y":1,"x":2}]}',
    // Numbers as keys: 9 comes before 10 in the object, after it in canonical JSON.
    '{"10":1,"9":2}',
  ])('given %s, whose keys are in another order, then there is none', (text) => {
    expect(storedText(parsed(text))).toBeUndefined();
  });
});
