import { must, numbered, ordinal } from '@trackrecord/test-kit';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { describe, expect, it } from 'vitest';
import type { Said } from './assertion.ts';
import { field, memberField } from './field.ts';
import { historyOf, stateAt } from './history.ts';
import { LocalDate } from './local-date.ts';

const rating = field('rating', t.keyof({ Red: null, Green: null }));
const owner = memberField('owner', t.keyof({ lead: null, support: null }));

const on = must(LocalDate)('2026-03-31');

const cutOfSaid = (...said: ReadonlyArray<Said>) =>
  stateAt({ asOf: on, knownAt: ordinal(said.length) })(
    historyOf(
      numbered(
        said.map((one) => ({
          effectiveOn: on,
          statements: { says: [one], confirms: [], retracts: [] },
        })),
      ),
    ),
  );

describe('a field', () => {
  it('given a value said of it, then it is read with the date since which it holds', () => {
    const cut = cutOfSaid(rating.says('action:27', 'Red'));
    expect(rating.of(cut, 'action:27')).toEqual(O.some('Red'));
    expect(rating.since(cut, 'action:27')).toEqual(O.some('2026-03-31'));
  });

  it('given nothing said of it, or "nothing any more", then it holds nothing', () => {
    expect(rating.of(cutOfSaid(), 'action:27')).toEqual(O.none);
    const cut = cutOfSaid(rating.says('action:27', 'Red'), rating.says('action:27', null));
    expect(rating.of(cut, 'action:27')).toEqual(O.none);
  });

  it('given a value that it cannot hold, then it holds nothing', () => {
    const cut = cutOfSaid({ subject: 'action:27', field: 'rating', value: 'Blue' });
    expect(rating.of(cut, 'action:27')).toEqual(O.none);
  });
});

describe('a set-like field', () => {
  const cut = cutOfSaid(
    owner.says('action:27', 'p-2', 'lead'),
    owner.says('action:27', 'p-1', 'support'),
    owner.says('action:27', 'p-3', 'lead'),
    owner.says('action:27', 'p-3', null),
    rating.says('action:27', 'Red'),
    { subject: 'action:27', field: 'ownership', value: 'lead' },
  );

  it('given members, one of them gone, then those that hold are listed as they were first said', () => {
    expect(owner.membersOf(cut, 'action:27')).toEqual([
      { id: 'p-2', value: 'lead', since: '2026-03-31' },
      { id: 'p-1', value: 'support', since: '2026-03-31' },
    ]);
  });

  it('given a member, then it is found by its id; one that is gone or never was is not', () => {
    expect(owner.of(cut, 'action:27', 'p-1')).toEqual(O.some('support'));
    expect(owner.of(cut, 'action:27', 'p-3')).toEqual(O.none);
    expect(owner.of(cut, 'action:27', 'p-4')).toEqual(O.none);
  });

  it('given a subject that nothing was said of, then it has no members', () => {
    expect(owner.membersOf(cut, 'action:28')).toEqual([]);
  });
});
