import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { describeFailure, type Failure } from '@trackrecord/application';
import { parseDate, parseKnownAt, parsePlanId, parseText } from './parse.ts';

const refusalOf = (parsed: E.Either<Failure, unknown>): string =>
  E.isLeft(parsed) ? describeFailure(parsed.left) : 'accepted';

describe('dates of options', () => {
  it('given a date, then it is that date', () => {
    expect(parseDate('--as-of', '2024-02-29')).toEqual(E.right('2024-02-29'));
  });

  it('given none that exists, then the option, the value and what is accepted are named', () => {
    expect(refusalOf(parseDate('--due', '2026-02-30'))).toBe(
      '--due: "2026-02-30" is not a date that exists; accepted is YYYY-MM-DD, such as 2026-03-31.',
    );
  });

  it('given an ordinal to be known at, then that', () => {
    expect(parseKnownAt('--known-at', '812')).toEqual(E.right({ _tag: 'AtOrdinal', ordinal: 812 }));
  });

  it('given no time for one end of a comparison, then the option of that end is named', () => {
    expect(refusalOf(parseKnownAt('--to-known-at', 'now'))).toBe(
      '--to-known-at: "now" is no time; accepted are an ordinal (812), a date (2026-03-31, its end) and an instant (2026-03-31T09:30:00Z).',
    );
  });
});

describe('parsePlanId', () => {
  it('given capitals, then the id in lower case', () => {
    expect(parsePlanId('Harbour-2026')).toEqual(E.right('harbour-2026'));
  });

  it.each(['', 'a b', '../etc', 'häfen', '-x'])('given %j, then it is refused', (text) => {
    expect(E.isLeft(parsePlanId(text))).toBe(true);
  });
});

describe('parseText', () => {
  it.each(['', '   '])('given %j, then words are asked for', (text) => {
    expect(E.isLeft(parseText('--why', text))).toBe(true);
  });
});
