import type { Baseline, Comparator } from '@trackrecord/domain';
import { comparePeriods } from './compare-periods.ts';
import type { IndicatorDefinition } from './indicator-state.ts';
import { seriesKey, type SeriesNamed, seriesNamed } from './series-of.ts';

/** A recorded value, as much of it as its place in a table asks for. */
type Valued = Readonly<{
  period: string;
  value: number;
  status: string;
  geography?: string | null | undefined;
  breakdown?: string | null | undefined;
}>;

/** One value of a column; `recorded` is what it was read of, `null` for a comparator and for a baseline. */
export type ColumnValue<A> = Readonly<{
  value: number;
  isProvisional: boolean;
  recorded: A | null;
}>;

/** One series of values, one that it is held against, or where the plan started from. */
export type ValuesColumn<A> = Readonly<{
  name: string;
  kind: 'series' | 'comparator' | 'baseline';
  /** One for each period; `null` where there is none. */
  values: ReadonlyArray<ColumnValue<A> | null>;
}>;

/** An indicator's values as a table: a column for each series and for each that it is held against. */
export type ValuesByPeriod<A> = Readonly<{
  /** In the order of time. */
  periods: ReadonlyArray<string>;
  columns: ReadonlyArray<ValuesColumn<A>>;
}>;

type Of<A> = Readonly<{
  definition: IndicatorDefinition;
  baseline: Baseline | null;
  comparators: ReadonlyArray<Comparator>;
  /** Those that are shown: without any there is no table. */
  observed: ReadonlyArray<A>;
}>;

/** The plan's baseline as a point, where it is a number for a period of its own. */
const pointOf = ({ baseline }: Pick<Of<never>, 'baseline'>) => {
  const [value, period] = [baseline?.value, baseline?.period];
  return value === undefined || period === undefined ? undefined : { value, period };
};

const periodsOf = <A extends Valued>(of: Of<A>): ReadonlyArray<string> => {
  const point = pointOf(of);
  return [
    ...new Set([
      ...of.observed.map(({ period }) => period),
      ...of.comparators.map(({ period }) => period),
      ...(point === undefined ? [] : [point.period]),
    ]),
  ].toSorted(comparePeriods);
};

const bare = (value: number | undefined): ColumnValue<never> | null =>
  value === undefined ? null : { value, isProvisional: false, recorded: null };

const seriesColumn = <A extends Valued>(
  { definition, observed }: Of<A>,
  { key, name }: SeriesNamed,
  periods: ReadonlyArray<string>,
): ValuesColumn<A> => {
  const own = observed.filter((one) => seriesKey(one, definition) === key);
  return {
    name,
    kind: 'series',
    values: periods.map((period) => {
      const recorded = own.find((one) => one.period === period);
      return recorded === undefined
        ? null
        : { value: recorded.value, isProvisional: recorded.status === 'provisional', recorded };
    }),
  };
};

const comparatorColumns = (
  comparators: ReadonlyArray<Comparator>,
  periods: ReadonlyArray<string>,
): ReadonlyArray<ValuesColumn<never>> =>
  [...new Set(comparators.map(({ of }) => of))].map((name) => ({
    name,
    kind: 'comparator',
    values: periods.map((period) =>
      bare(comparators.find((one) => one.of === name && one.period === period)?.value),
    ),
  }));

const baselineColumns = (
  of: Pick<Of<never>, 'baseline'>,
  periods: ReadonlyArray<string>,
): ReadonlyArray<ValuesColumn<never>> => {
  const point = pointOf(of);
  return point === undefined
    ? []
    : [
        {
          name: 'Baseline of the plan',
          kind: 'baseline',
          values: periods.map((period) => (period === point.period ? bare(point.value) : null)),
        },
      ];
};

/** An indicator's values by period, with all that it is held against; nothing where it has no value. */
export const valuesByPeriod = <A extends Valued>(of: Of<A>): ValuesByPeriod<A> => {
  if (of.observed.length === 0) return { periods: [], columns: [] };
  const periods = periodsOf(of);
  return {
    periods,
    columns: [
      ...seriesNamed(of.observed, of.definition).map((one) => seriesColumn(of, one, periods)),
      ...comparatorColumns(of.comparators, periods),
      ...baselineColumns(of, periods),
    ],
  };
};

/**
 * Of a table's columns those that one picture can hold: what the values are held against is always among them, since
 * without it nobody sees whether a line is good.
 */
export const columnsDrawn = <A extends Pick<ValuesColumn<unknown>, 'kind'>>(
  columns: ReadonlyArray<A>,
  most: number,
): ReadonlyArray<A> => {
  const others = columns.filter(({ kind }) => kind !== 'series');
  const own = columns.filter(({ kind }) => kind === 'series');
  return [...own.slice(0, Math.max(1, most - others.length)), ...others].slice(0, most);
};
