import {
  BaselineSet,
  ComparatorRecorded,
  IndicatorDefined,
  IndicatorLinked,
  IndicatorUnlinked,
  ObservationCorrected,
  ObservationRecorded,
  PlanId,
} from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import {
  aPlan,
  aPriority,
  happened,
  holding,
  type Logged,
  must,
  ordinal,
  rightOf,
} from '@trackrecord/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Writable } from '../trackrecord.ts';
import { indicatorsAnswer } from './indicators-answer.ts';
import type { Question } from './question.ts';
import { resolveQuestion } from './resolve-question.ts';

const observed = (value: number, period: string) => ({ value, period, status: 'final' });

const log: ReadonlyArray<Logged> = [
  /* 1 */ ['plan-harbour', aPlan],
  /* 2 */ ['plan-harbour', aPriority('2')],
  /* 3 */ [
    'indicator-ni-901',
    happened(IndicatorDefined, { title: 'Families', unit: 'families' }, '2026-02-01'),
  ],
  /* 4 */ [
    'plan-harbour',
    happened(IndicatorLinked, { indicator: 'ni-901', to: 'priority:2' }, '2026-01-01'),
  ],
  /* 5 */ [
    'plan-harbour',
    happened(BaselineSet, { indicator: 'ni-901', baseline: { asWritten: '380' } }, '2026-03-01'),
  ],
  /* 6 */ [
    'indicator-ni-901',
    happened(
      ObservationRecorded,
      { observation: '2025/26', observed: observed(412, '2025/26') },
      '2026-04-30',
    ),
  ],
  /* 7 */ [
    'indicator-ni-901',
    happened(
      ObservationRecorded,
      { observation: '2024/25', observed: observed(380, '2024/25') },
      '2026-03-01',
    ),
  ],
  /* 8 */ [
    'indicator-ni-901',
    happened(
      ObservationCorrected,
      { observation: '2025/26', observed: observed(409, '2025/26') },
      '2026-05-31',
    ),
  ],
  /* 9 */ [
    'indicator-ni-901',
    happened(
      ComparatorRecorded,
      { comparator: 'c', recorded: { of: 'England', value: 390, period: '2025/26' } },
      '2026-05-31',
    ),
  ],
  // Another one, of which nothing is defined, and which the plan gave up.
  /* 10 */ [
    'plan-harbour',
    happened(IndicatorLinked, { indicator: 'ni-902', to: 'priority:2' }, '2026-01-01'),
  ],
  /* 11 */ [
    'plan-harbour',
    happened(IndicatorUnlinked, { indicator: 'ni-902', from: 'priority:2' }, '2026-06-01'),
  ],
];

describe('the indicators of a plan', () => {
  let deps: Writable;

  beforeAll(async () => {
    deps = await holding(...log);
  });

  const ask = (question: Question) => {
    const resolved = rightOf(resolveQuestion(deps)(must(PlanId)('harbour'), question));
    return rightOf(indicatorsAnswer(deps)(resolved)).map((one) => ({
      id: one.id,
      title: one.definition.title,
      baseline: one.baseline?.asWritten ?? null,
      values: one.observed.map(({ value }) => value),
      comparators: one.comparators.map(({ value }) => value),
    }));
  };

  const title = 'Families';

  it('given today, then those in use, with the values that hold, in the order of their periods', () => {
    expect(ask({})).toEqual([
      { id: 'ni-901', title, baseline: '380', values: [380, 409], comparators: [390] },
    ]);
  });

  it('given a past date, then what was used and held then; what it is called is known anyway', () => {
    expect(ask({ asOf: must(LocalDate)('2026-05-01') })).toEqual([
      { id: 'ni-901', title, baseline: '380', values: [380, 412], comparators: [] },
      { id: 'ni-902', title: null, baseline: null, values: [], comparators: [] },
    ]);
    expect(ask({ asOf: must(LocalDate)('2026-01-15') })[0]).toEqual({
      ...{ id: 'ni-901', title, baseline: null, values: [], comparators: [] },
    });
  });

  it('given an ordinal, then what was known at it', () => {
    expect(ask({ knownAt: { _tag: 'AtOrdinal', ordinal: ordinal(6) } })[0]).toEqual({
      ...{ id: 'ni-901', title, baseline: '380', values: [412], comparators: [] },
    });
  });
});
