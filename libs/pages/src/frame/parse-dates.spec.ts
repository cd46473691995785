import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { parseDates } from './parse-dates.ts';

describe('parseDates', () => {
  it('given nothing, or fields left empty, then nothing was asked', () => {
    expect(parseDates({})).toEqual(E.right({}));
    expect(parseDates({ asOf: '', knownAt: ' ', asIn: '' })).toEqual(E.right({}));
  });

  it('given dates as people write them, then those', () => {
    expect(parseDates({ asOf: '30/6/2009', knownAt: '1 July 2009', asIn: 'june.txt' })).toEqual(
      E.right({
        asOf: '2009-06-30',
        knownAt: { _tag: 'AtEndOf', date: '2009-07-01' },
        asIn: 'june.txt',
      }),
    );
  });

  it('given a number, then an ordinal', () => {
    expect(parseDates({ knownAt: '812' })).toEqual(
      E.right({ knownAt: { _tag: 'AtOrdinal', ordinal: 812 } }),
    );
  });

  it.each(['2026-03-31T09:30:00Z', '2026-03-31T10:30+01:00'])(
    'given the instant %s, then it in UTC',
    (knownAt) => {
      expect(parseDates({ knownAt })).toEqual(
        E.right({ knownAt: { _tag: 'AtInstant', instant: '2026-03-31T09:30:00.000Z' } }),
      );
    },
  );

  it.each([
    '2026-02-30T09:30:00Z',
    '2026-03-31T09:30:00',
    '2026-03-31T25:00:00Z',
    '1e3',
    '-1',
    'noon',
  ])('given %s for known at, then it is refused with what would be accepted', (knownAt) => {
    expect(parseDates({ knownAt })).toEqual(
      E.left([
        {
          field: 'knownAt',
          message: `Known at: “${knownAt}” is no time. Enter a date (31/3/2026: its end), an instant (2026-03-31T09:30:00Z) or an ordinal (812).`,
        },
      ]),
    );
  });

  it('given two that are wrong, then both are told at once', () => {
    const refused = parseDates({ asOf: '31/2/2026', knownAt: 'then' });
    expect(E.isLeft(refused) ? refused.left.map(({ field }) => field) : []).toEqual([
      'asOf',
      'knownAt',
    ]);
  });
});
