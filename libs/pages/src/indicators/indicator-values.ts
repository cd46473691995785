import type { IndicatorInFull, ObservationAnswer } from '@trackrecord/application';
import { comparePeriods } from '@trackrecord/read-models';
import type { Link } from '../frame/frame.ts';
import type { IndicatorLinks } from './indicator-links.ts';
import type { IndicatorParams } from './indicator-params.ts';
import { seriesKey, type SeriesNamed, seriesNamed } from './series-of.ts';
import { numberWords } from './value-words.ts';

/** A value in the table. */
export type ValueCell = Readonly<{
  words: string;
  isProvisional: boolean;
  /** Put right since it was first recorded. */
  isCorrected: boolean;
  source: string;
  change: (Link & Readonly<{ hidden: string }>) | null;
}>;

/** A column of the table and a line of the chart. */
export type ValueColumn = Readonly<{
  name: string;
  kind: 'series' | 'comparator' | 'baseline';
  /** One for each period. */
  cells: ReadonlyArray<ValueCell | null>;
  numbers: ReadonlyArray<Readonly<{ value: number; provisional: boolean }> | null>;
}>;

export type ValuesView = Readonly<{
  periods: ReadonlyArray<string>;
  columns: ReadonlyArray<ValueColumn>;
}>;

const matches = (
  { geography, breakdown }: ObservationAnswer,
  params: IndicatorParams,
  own: string | null,
): boolean =>
  (params.geography === null || (geography ?? own) === params.geography) &&
  (params.breakdown === null || breakdown === params.breakdown);

/** The values that an address asks for. */
export const valuesShown = (
  { series, definition }: Pick<IndicatorInFull, 'series' | 'definition'>,
  params: IndicatorParams,
): ReadonlyArray<ObservationAnswer> =>
  series.filter((one) => matches(one, params, definition.geography));

const periodsOf = (
  { comparators, baseline }: IndicatorInFull,
  shown: ReadonlyArray<ObservationAnswer>,
): ReadonlyArray<string> =>
  [
    ...new Set([
      ...shown.map(({ period }) => period),
      ...comparators.map(({ period }) => period),
      ...(baseline?.value === undefined || baseline.period === undefined ? [] : [baseline.period]),
    ]),
  ].toSorted(comparePeriods);

/** What the form that corrects a value is told of it. */
const keyOf = ({ period, geography, breakdown }: ObservationAnswer) => ({
  period,
  ...(geography === null ? {} : { geography }),
  ...(breakdown === null ? {} : { breakdown }),
});

const cellOf = (
  one: ObservationAnswer,
  name: string,
  isOne: boolean,
  { form }: IndicatorLinks,
): ValueCell => ({
  words: numberWords(one.value),
  isProvisional: one.status === 'provisional',
  isCorrected: one.history.length > 1,
  source: one.source ?? '',
  change:
    form === null
      ? null
      : {
          text: 'Correct',
          href: form('correct', keyOf(one)),
          hidden: `the value for ${one.period}${isOne ? '' : `, ${name}`}`,
        },
});

const bare = (value: number): ValueCell => ({
  words: numberWords(value),
  isProvisional: false,
  isCorrected: false,
  source: '',
  change: null,
});

const seriesColumn = (
  { definition }: IndicatorInFull,
  shown: ReadonlyArray<ObservationAnswer>,
  { key, name }: SeriesNamed,
  isOne: boolean,
  links: IndicatorLinks,
) => {
  const own = shown.filter((one) => seriesKey(one, definition) === key);
  return (periods: ReadonlyArray<string>): ValueColumn => {
    const inPeriods = periods.map((period) => own.find((one) => one.period === period) ?? null);
    return {
      name,
      kind: 'series',
      cells: inPeriods.map((one) => (one === null ? null : cellOf(one, name, isOne, links))),
      numbers: inPeriods.map((one) =>
        one === null ? null : { value: one.value, provisional: one.status === 'provisional' },
      ),
    };
  };
};

const comparatorColumns = (
  { comparators }: IndicatorInFull,
  periods: ReadonlyArray<string>,
): ReadonlyArray<ValueColumn> =>
  [...new Set(comparators.map(({ of }) => of))].map((name) => {
    const values = periods.map(
      (period) => comparators.find((one) => one.of === name && one.period === period)?.value,
    );
    return {
      name,
      kind: 'comparator',
      cells: values.map((value) => (value === undefined ? null : bare(value))),
      numbers: values.map((value) => (value === undefined ? null : { value, provisional: false })),
    };
  });

/** The plan's baseline as a point, where it is a number for a period of its own. */
const baselineColumns = (
  { baseline }: IndicatorInFull,
  periods: ReadonlyArray<string>,
): ReadonlyArray<ValueColumn> => {
  const [value, of] = [baseline?.value, baseline?.period];
  if (value === undefined || of === undefined) return [];
  return [
    {
      name: 'Baseline of the plan',
      kind: 'baseline',
      cells: periods.map((period) => (period === of ? bare(value) : null)),
      numbers: periods.map((period) => (period === of ? { value, provisional: false } : null)),
    },
  ];
};

/** An indicator's values by period: a column for each series and for each that it is held against. */
export const valuesView = (
  indicator: IndicatorInFull,
  params: IndicatorParams,
  links: IndicatorLinks,
): ValuesView => {
  const shown = valuesShown(indicator, params);
  const periods = shown.length === 0 ? [] : periodsOf(indicator, shown);
  const named = seriesNamed(shown, indicator.definition);
  return {
    periods,
    columns:
      periods.length === 0
        ? []
        : [
            ...named.map((one) =>
              seriesColumn(indicator, shown, one, named.length === 1, links)(periods),
            ),
            ...comparatorColumns(indicator, periods),
            ...baselineColumns(indicator, periods),
          ],
  };
};
