import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  correctedText,
  type Corrections,
  placedCorrections,
  withCorrection,
  withoutCorrection,
} from './corrections.ts';

const source = 'Action 1. Open a clinic\n\tAMBR\n';

/** Where some words stand in a text. */
const rangeOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

const correcting = (corrections: Corrections, words: string, text: string): Corrections =>
  withCorrection(source, corrections, rangeOf(correctedText(source, corrections), words), text);

const amber = correcting([], 'AMBR', 'AMBER');

describe('words put right by hand', () => {
  it('given none, then the text is as it was', () => {
    expect(correctedText(source, [])).toBe(source);
  });

  it('given one, then its words stand in the place of the others, and nothing else changes', () => {
    expect(correctedText(source, amber)).toBe('Action 1. Open a clinic\n\tAMBER\n');
  });

  it('given another before it, then both hold and each knows its place in both texts', () => {
    const both = correcting(amber, 'Open', 'Open and staff');
    expect(correctedText(source, both)).toBe('Action 1. Open and staff a clinic\n\tAMBER\n');
    expect(placedCorrections(both)).toEqual([
      { start: 10, end: 14, text: 'Open and staff', now: { start: 10, end: 24 } },
      { start: 25, end: 29, text: 'AMBER', now: { start: 35, end: 40 } },
    ]);
  });

  it('given the same words once more, then there is one correction, of what stood in the source', () => {
    expect(correcting(amber, 'AMBER', 'RED')).toEqual([{ start: 25, end: 29, text: 'RED' }]);
  });

  it('given a stretch around it, then they become one', () => {
    const whole = correcting(amber, 'clinic\n\tAMBER', 'garden\n\tGREEN');
    expect(whole).toEqual([{ start: 17, end: 29, text: 'garden\n\tGREEN' }]);
  });

  it('given a part of it, then the rest of it stays', () => {
    const long = correcting([], 'clinic', 'walk-in clinic');
    expect(correctedText(source, correcting(long, 'walk-in', 'night'))).toContain(
      'a night clinic\n',
    );
    expect(correcting(long, 'walk-in', 'night')).toEqual([
      { start: 17, end: 23, text: 'night clinic' },
    ]);
  });

  it('given words that were left out and come again, then they stand where they stood', () => {
    const without = correcting([], 'AMBR', '');
    expect(correctedText(source, without)).toBe('Action 1. Open a clinic\n\t\n');
    const at = correctedText(source, without).indexOf('\t\n') + 1;
    expect(withCorrection(source, without, { start: at, end: at }, 'RED')).toEqual([
      { start: 25, end: 29, text: 'RED' },
    ]);
  });

  it('given the words of the source again, then there is no correction', () => {
    expect(correcting(amber, 'AMBER', 'AMBR')).toEqual([]);
    expect(withoutCorrection(amber, 25)).toEqual([]);
  });

  it('given any corrections one after the other, then the text is what an editor would have', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.stringMatching(/^[ab\n]{0,5}$/)), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.stringMatching(/^[xyz\n]{0,30}$/), edits, (text, all) => {
        let [corrections, edited]: [Corrections, string] = [[], text];
        for (const [one, other, words] of all) {
          const places = [one, other].map((at) => at % (edited.length + 1));
          const [start, end] = [Math.min(...places), Math.max(...places)];
          corrections = withCorrection(text, corrections, { start, end }, words);
          edited = `${edited.slice(0, start)}${words}${edited.slice(end)}`;
          expect(correctedText(text, corrections)).toBe(edited);
        }
        const undone = corrections.reduce(
          (left, { start }) => withoutCorrection(left, start),
          corrections,
        );
        expect(correctedText(text, undone)).toBe(text);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
