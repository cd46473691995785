import {
  DataNeedMet,
  DataNeedRaised,
  TargetDropped,
  TargetMet,
  TargetSet,
  Timescale,
} from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import {
  aPlan,
  aPriority,
  eventsOf,
  happened,
  type Happened,
  must,
  stateAfter,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { type PlanStructure, planStructureOf } from '../plan-state/plan-structure.ts';
import { dataOwedOn } from './data-owed.ts';

const on = must(LocalDate);
const open = { status: 'open', period: null } as const;

const structureOn = (date: string, ...past: ReadonlyArray<Happened>): PlanStructure =>
  planStructureOf(stateAfter(eventsOf([aPlan, aPriority('2'), ...past]), date).cut);

const nothing = structureOn('2026-01-01');

const owed = (date: string, ...past: ReadonlyArray<Happened>) =>
  dataOwedOn(open, structureOn(date, ...past), [], on(date));

const measured = (date: string, ...periods: ReadonlyArray<string>) =>
  dataOwedOn(open, nothing, [{ indicator: 'ni-901', periods }], on(date));

const target = happened(
  TargetSet,
  { target: '2a', label: '2a.', words: 'To open by ***', under: 'priority:2' },
  '2026-01-01',
);
const need = (under: string, raisedOn: string, latest?: string) =>
  happened(
    DataNeedRaised,
    {
      ...{ dataNeed: 'd-1', words: 'by ***', under },
      ...(latest === undefined ? {} : { timescale: { asWritten: 'by then', latest } }),
    },
    raisedOn,
  );

describe('a target with a gap', () => {
  const gap = [target, need('target:2a', '2026-02-10')];

  it('given it, then nobody in particular owes its words from the day on which it was written', () => {
    expect(owed('2026-02-09', ...gap)).toEqual([]);
    expect(owed('2026-02-20', ...gap)).toEqual([
      {
        about: 'target:2a',
        action: null,
        party: null,
        reason: 'target with a gap',
        since: '2026-02-10',
        dueOn: '2026-02-10',
        daysOverdue: 10,
        words: 'by ***',
        request: null,
      },
    ]);
  });

  it.each([
    ['the gap is filled', DataNeedMet, { dataNeed: 'd-1' }],
    ['the target is met', TargetMet, { target: '2a' }],
    ['the target is dropped', TargetDropped, { target: '2a' }],
  ])('when %s, then it is owed no more, and was until then', (_what, kind, data) => {
    const past = [...gap, happened(kind, data, '2026-03-01')];
    expect(owed('2026-02-28', ...past)).toHaveLength(1);
    expect(owed('2026-03-01', ...past)).toEqual([]);
  });

  it('given that it was filled and is open again, then it is owed from then on', () => {
    const past = [
      ...gap,
      happened(DataNeedMet, { dataNeed: 'd-1' }, '2026-03-01'),
      need('target:2a', '2026-04-01'),
    ];
    expect(owed('2026-04-10', ...past)).toMatchObject([{ since: '2026-04-01', daysOverdue: 9 }]);
  });
});

describe('data that is wanted by a day', () => {
  it('given its last day, then not yet; the day after, then it is owed', () => {
    const past = [need('priority:2', '2026-01-01', '2026-03-31')];
    expect(owed('2026-03-31', ...past)).toEqual([]);
    expect(owed('2026-04-01', ...past)).toMatchObject([
      {
        ...{ about: 'dataNeed:d-1', reason: 'data missing', since: '2026-03-31' },
        ...{ party: null, daysOverdue: 1, words: 'by ***' },
      },
    ]);
    const met = happened(DataNeedMet, { dataNeed: 'd-1' }, '2026-03-15');
    expect(owed('2026-04-01', ...past, met)).toEqual([]);
  });

  it('given no day, then it owes nothing, however long ago it was raised', () => {
    expect(owed('2030-01-01', need('priority:2', '2020-01-01'))).toEqual([]);
  });

  it('given a dropped target that it is about, then it is data of its own', () => {
    const past = [
      target,
      need('target:2a', '2026-01-01', '2026-03-31'),
      happened(TargetDropped, { target: '2a' }, '2026-02-01'),
    ];
    expect(owed('2026-04-01', ...past)).toMatchObject([{ about: 'dataNeed:d-1' }]);
  });
});

describe('an indicator of which a period has ended', () => {
  it.each([
    // A year from April to March; a calendar year; a school year.
    ['2024/25', '2026-03-31'],
    ['2024', '2025-12-31'],
    ['academic year 2024/25', '2026-08-31'],
    ['year ending March 2025', '2026-03-31'],
    // Quarters of a calendar year and of a year that is written as two.
    ['Q1 2025', '2025-06-30'],
    ['Q4 2025/26', '2026-06-30'],
    ['April to June 2025', '2025-09-30'],
    ['Autumn 2025', '2026-02-28'],
    // A month, also the one before a longer one, and in a leap year.
    ['February 2025', '2025-03-31'],
    ['January 2028', '2028-02-29'],
    // Three years together.
    ['2006-08', '2011-12-31'],
    // A day is followed by the same day of the next year.
    ['31 March 2025', '2026-03-31'],
    ['29 February 2024', '2025-02-28'],
    // A month that begins in the middle of one.
    ['15 January 2025 to 14 February 2025', '2025-03-14'],
  ])('given a value for %s, then the next is owed after %s', (period, since) => {
    const next = new Date(Date.parse(since) + 24 * 3600 * 1000).toISOString().slice(0, 10);
    expect(measured(since, period)).toEqual([]);
    expect(measured(next, period)).toEqual([
      {
        about: 'indicator:ni-901',
        action: null,
        party: null,
        reason: 'no observation',
        since,
        dueOn: since,
        daysOverdue: 1,
        words: null,
        request: null,
      },
    ]);
  });

  it('given several, then the last one counts, in whatever order they came', () => {
    expect(measured('2027-03-31', '2025/26', '2023/24', '2024/25')).toEqual([]);
    expect(measured('2027-04-01', '2025/26', '2023/24')).toMatchObject([{ since: '2027-03-31' }]);
  });

  it('given periods that nobody can read, then those that can be; given none, then nothing', () => {
    expect(measured('2030-01-01', 'last winter but one')).toEqual([]);
    expect(measured('2030-01-01')).toEqual([]);
    expect(measured('2026-01-01', 'soon', '2024')).toMatchObject([{ since: '2025-12-31' }]);
  });
});

describe('all data that a plan lacks', () => {
  const lacking = structureOn('2026-06-30', target, need('target:2a', '2026-02-10'));
  const observed = [
    { indicator: 'ni-1', periods: ['2024'] },
    { indicator: 'ni-2', periods: ['2010'] },
  ];
  const of = (plan: Parameters<typeof dataOwedOn>[0]) =>
    dataOwedOn(plan, lacking, observed, on('2026-06-30')).map(({ about }) => about);

  it('given some of each, then what has been owed longest first', () => {
    expect(of(open)).toEqual(['indicator:ni-2', 'indicator:ni-1', 'target:2a']);
  });

  it('given a closed plan, or one whose period is over, then nothing', () => {
    expect(of({ ...open, status: 'closed' })).toEqual([]);
    const to = (latest: string) =>
      of({ ...open, period: must(Timescale)({ asWritten: `to ${latest}`, latest }) });
    expect(to('2026-06-29')).toEqual([]);
    expect(to('2026-06-30')).toHaveLength(3);
  });
});
