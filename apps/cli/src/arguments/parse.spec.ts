import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { describeFailure, type Failure } from '@trackrecord/application';
import { parseDate, parseKnownAt, parsePlanId, parseText } from './parse.ts';

const refusalOf = (parsed: E.Either<Failure, unknown>): string =>
  E.isLeft(parsed) ? describeFailure(parsed.left) : 'accepted';

describe('parseDate', () => {
  it.each(['2026-03-31', '2024-02-29', '1999-12-31'])('given %s, then it is that date', (text) => {
    expect(parseDate('--as-of', text)).toEqual(E.right(text));
  });

  it.each(['2026-02-30', '2025-02-29', '31/03/2026', 'yesterday', '2026-3-1', ''])(
    'given %j, then the option, the value and what is accepted are named',
    (text) => {
      expect(refusalOf(parseDate('--as-of', text))).toBe(
        `--as-of: "${text}" is not a date that exists; accepted is YYYY-MM-DD, such as 2026-03-31.`,
      );
    },
  );
});

describe('parseKnownAt', () => {
  it.each([
    ['812', { _tag: 'AtOrdinal', ordinal: 812 }],
    ['2026-03-31', { _tag: 'AtEndOf', date: '2026-03-31' }],
    ['2026-03-31T09:30:00Z', { _tag: 'AtInstant', instant: '2026-03-31T09:30:00.000Z' }],
    ['2026-06-30T09:30:00+01:00', { _tag: 'AtInstant', instant: '2026-06-30T08:30:00.000Z' }],
  ])('given %s, then %j', (text, knownAt) => {
    expect(parseKnownAt(text)).toEqual(E.right(knownAt));
  });

  it.each(['-1', '1.5', 'now', '2026-02-30', '2026-03-31T09:30:00'])(
    'given %j, then it is refused',
    (text) => {
      expect(E.isLeft(parseKnownAt(text))).toBe(true);
    },
  );
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
