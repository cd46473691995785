import { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { dateBarView } from './date-bar-view.ts';
import type { DateBar } from './frame.ts';

const date = must(LocalDate);

const today: DateBar = {
  here: '/plans/a?rating=Red&asOf=2009-06-30',
  subject: 'the plan',
  today: date('2026-11-22'),
  question: {},
  asOf: date('2026-11-22'),
  ordinal: must(Ordinal)(812),
  documents: [],
};

const past: DateBar = {
  ...today,
  question: { asOf: date('2009-06-30'), knownAt: { _tag: 'AtEndOf', date: date('2009-07-01') } },
  asOf: date('2009-06-30'),
  ordinal: must(Ordinal)(59),
};

describe('dateBarView', () => {
  it('given today, then it is on today, also where today was asked for by its date', () => {
    expect(dateBarView(today).onToday).toBe(true);
    expect(dateBarView({ ...today, question: { asOf: today.today } }).onToday).toBe(true);
  });

  it('given a past date, then it says both clocks, and the way back keeps everything else', () => {
    const view = dateBarView(past);
    expect(view.onToday).toBe(false);
    expect(view.sentence).toBe(
      'You are looking at the plan as of 30 June 2009, as known on 1 July 2009.',
    );
    expect(view.back).toBe('/plans/a?rating=Red');
    expect(view.kept).toEqual([{ name: 'rating', value: 'Red' }]);
  });

  it('given a past date alone, then it says that this is what is known today', () => {
    expect(dateBarView({ ...past, question: { asOf: past.asOf } }).sentence).toBe(
      'You are looking at the plan as of 30 June 2009, as known today.',
    );
  });

  it('given an earlier knowledge of today, then today is named', () => {
    const question = { knownAt: { _tag: 'AtOrdinal', ordinal: must(Ordinal)(59) } } as const;
    expect(dateBarView({ ...today, question }).sentence).toBe(
      'You are looking at the plan as of today, 22 November 2026, as known at ordinal 59.',
    );
  });

  it('given an instant, then as London’s clocks show it', () => {
    const instant = must(Instant)('2026-07-01T13:02:00.000Z');
    expect(
      dateBarView({ ...past, question: { knownAt: { _tag: 'AtInstant', instant } } }).sentence,
    ).toBe('You are looking at the plan as of 30 June 2009, as known at 1 July 2026, 2:02pm.');
  });

  it('given a document, then it is named', () => {
    const view = dateBarView({ ...past, question: { asIn: 'june.txt' } });
    expect(view.sentence).toBe(
      'You are looking at the plan as of 30 June 2009, as known today, as in “june.txt”.',
    );
    expect(view.asIn).toBe('june.txt');
  });

  it('given paper, then one line with both clocks and the ordinal', () => {
    expect(dateBarView(past).paperLine).toBe(
      'As of 30 June 2009 · known on 1 July 2009 · ordinal 59',
    );
    expect(dateBarView(today).paperLine).toBe(
      'As of today, 22 November 2026 · known today · ordinal 812',
    );
  });

  it('given dates that were refused, then the form is open and keeps what was typed', () => {
    const errors = [{ field: 'asOf', message: 'As of: no.' }];
    const view = dateBarView({ ...today, refused: { typed: { asOf: '31/2/2026' }, errors } });
    expect(view).toMatchObject({ open: true, asOf: '31/2/2026', knownAt: '', errors });
  });
});
