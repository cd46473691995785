import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { readQuestion } from './read-question.ts';

describe('a question as it is typed', () => {
  it('given nothing, then both clocks are now', () => {
    expect(readQuestion({})).toEqual(E.right({}));
  });

  it('given a date and a document, then those', () => {
    expect(readQuestion({ asOf: '2026-03-31', asIn: 'harbour.txt' })).toEqual(
      E.right({ asOf: '2026-03-31', asIn: 'harbour.txt' }),
    );
  });

  it.each([
    ['812', { _tag: 'AtOrdinal', ordinal: 812 }],
    ['2026-03-31', { _tag: 'AtEndOf', date: '2026-03-31' }],
    ['2026-03-31T09:30:00Z', { _tag: 'AtInstant', instant: '2026-03-31T09:30:00.000Z' }],
    ['2026-06-30T09:30:00+01:00', { _tag: 'AtInstant', instant: '2026-06-30T08:30:00.000Z' }],
  ])('given %s for known at, then %j', (knownAt, read) => {
    expect(readQuestion({ knownAt })).toEqual(E.right({ knownAt: read }));
  });

  it.each(['-1', '1.5', 'now', '2026-02-30', '2026-03-31T09:30:00'])(
    'given %s for known at, then the field, the value and what is accepted are named',
    (knownAt) => {
      expect(readQuestion({ knownAt })).toEqual(
        E.left({
          field: 'knownAt',
          message: `"${knownAt}" is no time; accepted are an ordinal (812), a date (2026-03-31, its end) and an instant (2026-03-31T09:30:00Z).`,
        }),
      );
    },
  );

  it.each(['2026-02-30', '31/03/2026', 'yesterday', '2026-3-1', ''])(
    'given %j for as of, then the field, the value and what is accepted are named',
    (asOf) => {
      expect(readQuestion({ asOf })).toEqual(
        E.left({
          field: 'asOf',
          message: `"${asOf}" is not a date that exists; accepted is YYYY-MM-DD, such as 2026-03-31.`,
        }),
      );
    },
  );
});
