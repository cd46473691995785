import { addMonths, LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartFigure } from './chart-figure.ts';
import { lineChart } from './line-chart.ts';
import { ratingBars } from './rating-bars.ts';
import { ratingHistoryChart } from './rating-history-chart.ts';

/** What is left open, or closed without having been opened; text and attributes must hold no bare markup. */
const faultsOf = (xml: string): ReadonlyArray<string> => {
  const tag = /<(\/?)([a-z]+)((?:\s[a-zA-Z0-9:-]+="[^"<]*")*)\s*(\/?)>/gu;
  const open: Array<string> = [];
  const faults: Array<string> = [];
  for (const [, closing, name = '', , empty] of xml.matchAll(tag)) {
    if (closing === '/') {
      if (open.pop() !== name) faults.push(`</${name}> closes nothing`);
    } else if (empty !== '/') open.push(name);
  }
  const rest = xml.replaceAll(tag, '');
  if (/[<>]/u.test(rest)) faults.push(`markup in words: ${rest}`);
  if (/&(?!(?:amp|lt|gt|quot|#39);)/u.test(xml)) faults.push('a bare ampersand');
  return [...faults, ...open];
};

const start = must(LocalDate)('2026-01-01');
const word = fc.string({
  maxLength: 20,
  unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', ' ', '/', ']', 'constructor'),
});
const place = fc.record({ id: fc.constantFrom('a', 'b'), title: word, description: word });
const month = fc.integer({ min: -6, max: 60 }).map((months) => addMonths(months)(start));

const svgs = fc.oneof(
  fc
    .tuple(
      place,
      word,
      fc.array(word, { maxLength: 12 }),
      fc.array(
        fc.record({
          name: word,
          values: fc.array(
            fc.option(
              fc.record({
                value: fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
                provisional: fc.boolean(),
              }),
            ),
            { maxLength: 14 },
          ),
        }),
        { maxLength: 8 },
      ),
    )
    .map(([at, unit, periods, series]) => lineChart({ ...at, unit, periods, series })),
  fc
    .tuple(
      place,
      fc.uniqueArray(word, { maxLength: 6 }),
      fc.array(fc.record({ label: word, counts: fc.dictionary(word, fc.nat(300)) }), {
        maxLength: 8,
      }),
    )
    .map(([at, ratings, columns]) => ratingBars({ ...at, ratings, columns })),
  fc
    .tuple(
      place,
      fc.uniqueArray(word, { maxLength: 6 }),
      fc.array(
        fc.record({
          label: word,
          stretches: fc.array(fc.record({ rating: word, from: month, until: month }), {
            maxLength: 5,
          }),
        }),
        { maxLength: 6 },
      ),
    )
    .map(([at, ratings, rows]) =>
      ratingHistoryChart({ ...at, ratings, rows, from: start, until: addMonths(36)(start) }),
    ),
);

describe('every chart', () => {
  it('given the checker itself, then it sees what is wrong', () => {
    expect(faultsOf('<a><b/></a>')).toEqual([]);
    expect(faultsOf('<a><b></a>')).not.toEqual([]);
    expect(faultsOf('<a>1 < 2</a>')).not.toEqual([]);
    expect(faultsOf('<a>R&D</a>')).not.toEqual([]);
  });

  it('given any data and any words, then it is well formed, without style, and every number is one', () => {
    fc.assert(
      fc.property(svgs, (svg) => {
        expect(faultsOf(svg)).toEqual([]);
        const tags = svg.replaceAll(/>[^<]*</gu, '><');
        expect(tags).not.toMatch(/\sstyle=|NaN|Infinity|undefined/u);
      }),
      { numRuns: 150 },
    );
  });
});

describe('chartFigure', () => {
  it('given a chart, then it can be reached and scrolled by keyboard, and its name is escaped', () => {
    expect(chartFigure('<svg/>', 'A "b"', 'C & D')).toBe(
      '<figure class="app-chart app-chart--scroll" tabindex="0" aria-label="A &quot;b&quot;"><svg/>' +
        '<figcaption class="app-chart__caption">C &amp; D</figcaption></figure>',
    );
  });
});
