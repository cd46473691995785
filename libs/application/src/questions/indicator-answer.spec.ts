import {
  AssertionsRetracted,
  BaselineSet,
  ComparatorRecorded,
  DataNeedRaised,
  IndicatorDefined,
  IndicatorId,
  IndicatorLinked,
  IndicatorUnlinked,
  ObservationCorrected,
  ObservationRecorded,
  PartyRegistered,
  PlanId,
  StoryTold,
  TargetSet,
} from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import {
  aPlan,
  aPriority,
  aTheme,
  eventIdNumber,
  happened,
  holding,
  type Logged,
  must,
  ordinal,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Writable } from '../trackrecord.ts';
import { indicatorAnswer } from './indicator-answer.ts';
import type { Question } from './question.ts';
import { resolveQuestion } from './resolve-question.ts';

const date = must(LocalDate);
const harbour = must(PlanId)('harbour');
const families = must(IndicatorId)('ni-901');

const observed = (value: number, period: string, more: Readonly<Record<string, string>> = {}) => ({
  value,
  period,
  status: 'final',
  ...more,
});

const recorded = (key: string, value: ReturnType<typeof observed>, on: string) =>
  happened(ObservationRecorded, { observation: key, observed: value }, on);

const corrected = (key: string, value: ReturnType<typeof observed>, on: string) =>
  happened(ObservationCorrected, { observation: key, observed: value }, on);

const target = (ref: string, under: string) =>
  happened(
    TargetSet,
    { target: ref, label: `${ref}.`, words: `Reach ${ref}`, under },
    '2026-01-01',
  );

const log: ReadonlyArray<Logged> = [
  /* 1 */ ['party-p-4c1f', happened(PartyRegistered, { kind: 'person', name: 'M. Keeper' })],
  /* 2 */ ['plan-harbour', aPlan],
  /* 3 */ ['plan-harbour', aPriority('2')],
  /* 4 */ ['plan-harbour', aTheme('2.3', '2')],
  /* 5 */ [
    'indicator-ni-901',
    happened(
      IndicatorDefined,
      {
        title: 'Families reached',
        code: 'NI 901',
        unit: 'families',
        direction: 'higher is better',
        geography: 'Harbour',
        breakdowns: ['girls', 'boys'],
      },
      '2026-02-01',
    ),
  ],
  /* 6 */ [
    'plan-harbour',
    happened(IndicatorLinked, { indicator: 'ni-901', to: 'priority:2' }, '2026-01-01'),
  ],
  /* 7 */ [
    'plan-harbour',
    happened(IndicatorLinked, { indicator: 'ni-901', to: 'theme:2.3' }, '2026-01-01'),
  ],
  /* 8 */ [
    'plan-harbour',
    happened(
      BaselineSet,
      { indicator: 'ni-901', baseline: { asWritten: '380 families in 2024/25', value: 380 } },
      '2026-01-01',
    ),
  ],
  /* 9 */ [
    'plan-harbour',
    happened(
      StoryTold,
      { about: 'indicator:ni-901', story: 's-1', text: 'Two centres closed.' },
      '2026-01-01',
    ),
  ],
  /* 10 */ ['plan-harbour', target('2.a', 'indicator:ni-901')],
  /* 11 */ ['plan-harbour', target('2.3a', 'theme:2.3')],
  /* 12 */ ['plan-harbour', target('9.a', 'plan')],
  /* 13 */ [
    'plan-harbour',
    happened(
      DataNeedRaised,
      { dataNeed: 'd-1', words: 'by ward', under: 'indicator:ni-901' },
      '2026-01-01',
    ),
  ],
  /* 14 */ [
    'indicator-ni-901',
    recorded('2025/26', observed(410, '2025/26', { status: 'provisional' }), '2026-04-30'),
  ],
  /* 15 */ [
    'indicator-ni-901',
    recorded('2024/25', observed(380, '2024/25', { source: 'Annual return' }), '2026-03-01'),
  ],
  /* 16 */ ['indicator-ni-901', recorded('2025', observed(400, '2025'), '2026-03-01')],
  /* 17 */ [
    'indicator-ni-901',
    recorded('2025/26 ·  · girls', observed(200, '2025/26', { breakdown: 'girls' }), '2026-04-30'),
  ],
  /* 18 */ [
    'indicator-ni-901',
    recorded('2025/26 ·  · boys', observed(210, '2025/26', { breakdown: 'boys' }), '2026-04-30'),
  ],
  /* 19 */ ['indicator-ni-901', corrected('2025/26', observed(421, '2025/26'), '2026-05-01')],
  /* 20 */ [
    'indicator-ni-901',
    happened(AssertionsRetracted, { events: [eventIdNumber(19)] }, '2026-05-02'),
  ],
  /* 21 */ [
    'indicator-ni-901',
    corrected('2025/26', observed(412, '2025/26'), '2026-05-03'),
    { why: 'one centre was counted twice' },
  ],
  /* 22 */ [
    'indicator-ni-901',
    happened(
      ComparatorRecorded,
      { comparator: 'county 2025/26', recorded: { of: 'county', value: 390, period: '2025/26' } },
      '2026-05-01',
    ),
  ],
  /* 23 */ [
    'indicator-ni-901',
    happened(
      ComparatorRecorded,
      { comparator: 'county 2024/25', recorded: { of: 'county', value: 385, period: '2024/25' } },
      '2026-05-01',
    ),
  ],
  /* 24 */ [
    'plan-harbour',
    happened(IndicatorUnlinked, { indicator: 'ni-901', from: 'theme:2.3' }, '2026-06-01'),
  ],
];

describe('an indicator of a plan', () => {
  let deps: Writable;

  beforeAll(async () => {
    deps = await holding(...log);
  });

  const ask = (question: Question, id = families) =>
    E.chain((resolved: Parameters<ReturnType<typeof indicatorAnswer>>[0]) =>
      indicatorAnswer(deps)(resolved, id),
    )(resolveQuestion(deps)(harbour, question));

  it('given today, then what it is and all that the plan says of it', () => {
    expect(rightOf(ask({}))).toMatchObject({
      plan: 'harbour',
      planTitle: 'Harbour Children’s Plan',
      asOf: '2026-06-30',
      ordinal: 24,
      id: 'ni-901',
      definition: {
        title: 'Families reached',
        code: 'NI 901',
        unit: 'families',
        direction: 'higher is better',
        geography: 'Harbour',
        breakdowns: ['girls', 'boys'],
      },
      under: [{ subject: 'priority:2', title: 'Priority 2' }],
      baseline: { asWritten: '380 families in 2024/25', value: 380 },
      stories: ['Two centres closed.'],
      targets: [{ ref: '2.a', words: 'Reach 2.a' }],
      // The theme is measured by it no longer.
      targetsOfItems: [],
      dataNeeds: [{ ref: 'd-1', words: 'by ward' }],
      comparators: [
        { of: 'county', value: 385, period: '2024/25' },
        { of: 'county', value: 390, period: '2025/26' },
      ],
      periods: ['2024/25', '2025', '2025/26'],
    });
  });

  it('given its series, then by period, place and breakdown, with what was put right', () => {
    const { series } = rightOf(ask({}));
    expect(
      series.map(({ period, breakdown, value, status, source }) => [
        ...[period, breakdown, value, status, source],
      ]),
    ).toEqual([
      ['2024/25', null, 380, 'final', 'Annual return'],
      ['2025', null, 400, 'final', null],
      ['2025/26', null, 412, 'final', null],
      ['2025/26', 'boys', 210, 'final', null],
      ['2025/26', 'girls', 200, 'final', null],
    ]);
    expect(
      series[2]?.history.map(({ ordinal: at, value, status, retracted }) => [
        ...[at, value, status, retracted?.ordinal],
      ]),
    ).toEqual([
      [14, 410, 'provisional', undefined],
      [19, 421, 'final', 20],
      [21, 412, 'final', undefined],
    ]);
    expect(series[2]?.history[2]?.sentence).toBe(
      'Value for 2025/26 corrected from 410 (provisional) to 412 (final) by M. Keeper on 3 May 2026, recorded on 1 July 2026 at 10:00, because “one centre was counted twice”',
    );
  });

  it('given a past date, then the values that were true by then, and what it measured then', () => {
    const { series, under, targetsOfItems, comparators, definition } = rightOf(
      ask({ asOf: date('2026-03-31') }),
    );
    expect(series.map(({ period, value }) => [period, value])).toEqual([
      ['2024/25', 380],
      ['2025', 400],
    ]);
    expect(under.map(({ title }) => title)).toEqual(['Priority 2', 'Theme 2.3']);
    expect(targetsOfItems.map(({ ref }) => ref)).toEqual(['2.3a']);
    expect([comparators, definition.code]).toEqual([[], 'NI 901']);
  });

  it('given an ordinal, then the values as they were known at it', () => {
    const valuesAt = (at: number) =>
      rightOf(ask({ knownAt: { _tag: 'AtOrdinal', ordinal: ordinal(at) } }))
        .series.filter(({ key }) => key === '2025/26')
        .map(({ value, history }) => [value, history.length]);
    expect(valuesAt(14)).toEqual([[410, 1]]);
    expect(valuesAt(19)).toEqual([[421, 2]]);
    expect(valuesAt(20)).toEqual([[410, 2]]);
    expect(valuesAt(5 + 4)).toEqual([]);
  });

  it('given an indicator that the plan does not use, then which it uses', () => {
    expect(ask({}, must(IndicatorId)('ni-902'))).toEqual(
      E.left({
        _tag: 'Missing',
        field: 'indicator',
        message: 'The plan "harbour" uses no indicator "ni-902" as of 2026-06-30; it uses: ni-901.',
      }),
    );
  });
});
