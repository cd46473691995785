import type { IndicatorListed, PaperAnswer } from '@trackrecord/application';
import { listInWords } from '@trackrecord/kernel';
import {
  columnsDrawn,
  headlineOf,
  numberWords,
  type ValuesByPeriod,
  valuesByPeriod,
} from '@trackrecord/read-models';
import { type ColumnOf, heading, linesOf, paragraph, tableOf, wordsCell } from './blocks.ts';
import { type Lines, mostLines, type PaperBlock, type PaperSection } from './board-paper.ts';
import { itemsIn, shortItem } from './items-in.ts';

type Values = ValuesByPeriod<IndicatorListed['observed'][number]>;
type Items = ReadonlyMap<string, string>;

const titleOf = ({ definition: { code, title }, id }: IndicatorListed): string =>
  [code, title === code ? null : (title ?? (code === null ? id : null))]
    .filter((part) => part !== null)
    .join(' ');

const measuresOf = ({ under }: IndicatorListed, items: Items): string =>
  under.map((subject) => shortItem(items, subject)).join(', ');

const baselineOf = ({ baseline }: IndicatorListed): string =>
  linesOf(baseline?.asWritten ?? '').join(' ');

/** "Latest: 412 families in 2025/26, provisional; up by 32 from 380 in 2024/25: better." */
const latestOf = ({ definition, baseline, observed }: IndicatorListed): ReadonlyArray<string> => {
  const latest = headlineOf({ definition, baseline, observed });
  if (latest === null) return [];
  const of = latest.of === '' ? '' : ` (${latest.of})`;
  const provisional = latest.isProvisional ? ', provisional' : '';
  const trend = latest.trend === '' ? '' : `; ${latest.trend}`;
  return [`Latest: ${latest.value} in ${latest.period}${of}${provisional}${trend}.`];
};

const factsOf = (indicator: IndicatorListed, items: Items): ReadonlyArray<PaperBlock> => {
  const { unit, direction, geography } = indicator.definition;
  const baseline = baselineOf(indicator);
  const measures = measuresOf(indicator, items);
  const about = [
    ...(unit === null ? [] : [`counted in ${unit}`]),
    ...(direction === null ? [] : [direction]),
    ...(geography === null ? [] : [`of ${geography}`]),
  ].join('; ');
  const of = [
    ...(measures === '' ? [] : [`Measures: ${measures}.`]),
    ...(about === '' ? [] : [`${about.slice(0, 1).toUpperCase()}${about.slice(1)}.`]),
  ].join(' ');
  return [
    ...latestOf(indicator),
    baseline === '' ? 'Baseline: none is set.' : `Baseline: ${baseline}`,
    ...(of === '' ? [] : [of]),
  ].map(paragraph);
};

/** Fewer than two periods are no line. */
const chartOf = (
  indicator: IndicatorListed,
  { periods, columns }: Values,
): ReadonlyArray<Lines> => {
  if (periods.length < 2) return [];
  const drawn = columnsDrawn(columns, mostLines);
  const title = `${titleOf(indicator)}, ${periods[0] ?? ''} to ${periods.at(-1) ?? ''}`;
  const names = listInWords(
    drawn.map(({ name }) => name),
    'and',
  );
  return [
    {
      _tag: 'Lines',
      title,
      alt: `Chart of ${title}: ${drawn.length === 1 ? 'a line' : 'lines'} for ${names}. ${[...latestOf(indicator), 'The table below holds every value.'].join(' ')}`,
      unit: indicator.definition.unit ?? 'Value',
      periods,
      lines: drawn.map(({ name, kind, values }) => ({
        name,
        kind,
        values: values.map((one) =>
          one === null ? null : { value: one.value, isProvisional: one.isProvisional },
        ),
      })),
    },
  ];
};

type Row = Readonly<{ period: string; place: number }>;

const tableOfValues = (indicator: IndicatorListed, { periods, columns }: Values): PaperBlock =>
  tableOf(
    `The values of ${titleOf(indicator)} by period.`,
    [
      { head: 'Period', share: 4, of: ({ period }: Row) => wordsCell(period) },
      ...columns.map(({ name, values }): ColumnOf<Row> => ({
        head: name,
        share: 4,
        align: 'end',
        of: ({ place }) => {
          const one = values[place] ?? null;
          if (one === null) return wordsCell();
          return wordsCell(`${numberWords(one.value)}${one.isProvisional ? ' (provisional)' : ''}`);
        },
      })),
    ],
    periods.map((period, place) => ({ period, place })),
  );

const indicatorBlocks =
  (items: Items) =>
  (indicator: IndicatorListed): ReadonlyArray<PaperBlock> => {
    const { definition, baseline, comparators, observed } = indicator;
    const values = valuesByPeriod({ definition, baseline, comparators, observed });
    return [
      heading(2, titleOf(indicator)),
      ...factsOf(indicator, items),
      ...chartOf(indicator, values),
      tableOfValues(indicator, values),
    ];
  };

const withoutColumns = (
  items: Items,
  without: ReadonlyArray<IndicatorListed>,
): ReadonlyArray<ColumnOf<IndicatorListed>> => [
  { head: 'Indicator', share: 44, of: (indicator) => wordsCell(titleOf(indicator)) },
  ...(without.every(({ baseline }) => baseline === null)
    ? []
    : [
        {
          head: 'Baseline',
          share: 34,
          of: ({ baseline }: IndicatorListed) => wordsCell(baseline?.asWritten),
        },
      ]),
  { head: 'Measures', share: 22, of: (indicator) => wordsCell(measuresOf(indicator, items)) },
];

/** The plan's indicators: each that has values with its chart and table, the others together in one table. */
export const indicatorsSection = (answer: PaperAnswer): PaperSection => {
  const items = itemsIn(answer);
  const { indicators } = answer;
  const valued = indicators.filter(({ observed }) => observed.length > 0);
  const without = indicators.filter(({ observed }) => observed.length === 0);
  return {
    kind: 'indicators',
    heading: 'Indicators',
    isWide: false,
    blocks:
      indicators.length === 0
        ? [paragraph('The plan uses no indicators.')]
        : [
            ...valued.flatMap(indicatorBlocks(items)),
            ...(without.length === 0
              ? []
              : [
                  ...(valued.length === 0
                    ? [paragraph('No value has been recorded for any of them.')]
                    : [heading(2, 'Without a value so far')]),
                  tableOf(
                    'The indicators without a value, and what they measure.',
                    withoutColumns(items, without),
                    without,
                  ),
                ]),
          ],
  };
};
