import type { IndicatorInFull, ObservationAnswer } from '@trackrecord/application';
import { numberWords, valuesByPeriod } from '@trackrecord/read-models';
import type { Link } from '../frame/frame.ts';
import type { IndicatorLinks } from './indicator-links.ts';
import type { IndicatorParams } from './indicator-params.ts';

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

/** An indicator's values by period: a column for each series and for each that it is held against. */
export const valuesView = (
  indicator: IndicatorInFull,
  params: IndicatorParams,
  links: IndicatorLinks,
): ValuesView => {
  const { definition, baseline, comparators } = indicator;
  const observed = valuesShown(indicator, params);
  const { periods, columns } = valuesByPeriod({ definition, baseline, comparators, observed });
  const isOne = columns.filter(({ kind }) => kind === 'series').length === 1;
  return {
    periods,
    columns: columns.map(({ name, kind, values }) => ({
      name,
      kind,
      cells: values.map((one) => {
        if (one === null) return null;
        return one.recorded === null ? bare(one.value) : cellOf(one.recorded, name, isOne, links);
      }),
      numbers: values.map((one) =>
        one === null ? null : { value: one.value, provisional: one.isProvisional },
      ),
    })),
  };
};
