import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { filterInWords, type FilterWords } from './filter-in-words.ts';

const date = must(LocalDate);

const everything: FilterWords = {
  plans: ['Harbour Plan'],
  asOf: date('2026-06-30'),
  knownAt: must(Ordinal)(812),
  withConfirmed: false,
};

describe('a filter in words', () => {
  it('given nothing but a plan, then the plan and both clocks', () => {
    expect(filterInWords(everything)).toBe(
      'Audit trail of Harbour Plan, as of 30 June 2026, as known at ordinal 812, without what documents merely said again',
    );
  });

  it('given everything that can be asked for, then all of it', () => {
    expect(
      filterInWords({
        ...everything,
        plans: ['Harbour Plan', 'Vale Plan'],
        person: 'M. Reed',
        subject: 'action 27',
        field: 'rating',
        effectiveFrom: date('2026-01-01'),
        effectiveTo: date('2026-03-31'),
        recordedFrom: date('2026-04-01'),
        recordedTo: date('2026-04-01'),
        channel: 'web',
        withConfirmed: true,
      }),
    ).toBe(
      'Audit trail of Harbour Plan; Vale Plan, as of 30 June 2026, as known at ordinal 812, about action 27, of the field “rating”, recorded or taken back by M. Reed, or on their word, recorded on the web, true from 1 January 2026 to 31 March 2026, recorded on 1 April 2026, with what documents merely said again',
    );
  });

  it('given one end of a span, and a channel that is none of today’s, then those', () => {
    expect(
      filterInWords({
        ...everything,
        plans: [],
        subject: 'party M. Reed',
        effectiveTo: date('2026-03-31'),
        recordedFrom: date('2026-04-01'),
        channel: 'pigeon',
      }),
    ).toBe(
      'Audit trail, as of 30 June 2026, as known at ordinal 812, about party M. Reed, recorded by the channel “pigeon”, true to 31 March 2026, recorded from 1 April 2026, without what documents merely said again',
    );
  });
});
