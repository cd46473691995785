import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { quickChoices, type QuickChoicesOf } from './quick-choices.ts';

const on = must(LocalDate);
const at = must(Ordinal);

const today: QuickChoicesOf = {
  plan: 'harbour',
  from: { asOf: on('2026-03-31'), knownAt: { _tag: 'AtOrdinal', ordinal: at(59) } },
  to: {},
  toDate: on('2026-11-22'),
  today: on('2026-11-22'),
  reviews: [
    { on: on('2026-03-31'), ordinal: at(59) },
    { on: on('2025-12-31'), ordinal: at(31) },
    { on: on('2025-09-30'), ordinal: at(12) },
  ],
  firstOn: on('2025-04-01'),
};

describe('comparisons that are often asked for', () => {
  it('given reviews when they are offered then the last two, each as that board saw the plan', () => {
    expect(
      quickChoices(today)
        .slice(0, 2)
        .map(({ text, href, current }) => [text, href, current]),
    ).toEqual([
      [
        'Since the last review (31 March 2026)',
        '/plans/harbour/changes?from=2026-03-31&fromKnownAt=59',
        true,
      ],
      [
        'Since the review before (31 December 2025)',
        '/plans/harbour/changes?from=2025-12-31&fromKnownAt=31',
        false,
      ],
    ]);
  });

  it('given today when spans are offered then months back, and the last whole quarter and year', () => {
    expect(
      quickChoices(today)
        .slice(2)
        .map(({ text, href }) => [text, href]),
    ).toEqual([
      ['Three months', '/plans/harbour/changes?from=2026-08-22'],
      ['Twelve months', '/plans/harbour/changes?from=2025-11-22'],
      [
        'Last quarter (July to September 2026)',
        '/plans/harbour/changes?from=2026-06-30&asOf=2026-09-30',
      ],
      ['Last year (2025)', '/plans/harbour/changes?from=2024-12-31&asOf=2025-12-31'],
    ]);
  });

  it('given a day in the first quarter when the last one is offered then it is of the year before', () => {
    const [quarter] = quickChoices({ ...today, today: on('2026-02-03') }).slice(4);
    expect(quarter?.text).toBe('Last quarter (October to December 2025)');
    expect(quarter?.href).toBe('/plans/harbour/changes?from=2025-09-30&asOf=2025-12-31');
  });

  it('given a plan that began after a span when spans are offered then not that one', () => {
    const texts = quickChoices({ ...today, reviews: [], firstOn: on('2026-10-01') }).map(
      ({ text }) => text,
    );
    expect(texts).toEqual(['Three months', 'Twelve months']);
  });

  it('given an earlier knowledge when spans are offered then both ends are known as then', () => {
    const knownAt = { _tag: 'AtOrdinal', ordinal: at(80) } as const;
    const [three] = quickChoices({ ...today, reviews: [], to: { knownAt } });
    expect(three?.href).toBe('/plans/harbour/changes?from=2026-08-22&fromKnownAt=80&knownAt=80');
  });
});
