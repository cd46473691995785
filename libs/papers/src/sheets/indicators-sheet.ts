import type { IndicatorListed, WorkbookAnswer } from '@trackrecord/application';
import { copySheets } from '@trackrecord/documents';
import { type ColumnOf, number, type Sheet, sheetOf, words } from './sheet.ts';

/** One value of an indicator: its own, or another's to hold it against. */
type Value = Readonly<{
  indicator: IndicatorListed;
  period?: string | undefined;
  geography?: string | undefined;
  breakdown?: string | undefined;
  value?: number;
  status?: string;
  comparator?: string;
  source?: string | undefined;
}>;

/** An indicator without values stands there by itself: that it has none is worth knowing. */
const valuesOf = (indicator: IndicatorListed): ReadonlyArray<Value> => {
  const own = indicator.observed.map(
    ({ value, period, status, geography, breakdown, source }): Value => ({
      indicator,
      period,
      geography: geography ?? indicator.definition.geography ?? undefined,
      breakdown,
      value,
      status,
      source,
    }),
  );
  const others = indicator.comparators.map(({ of, value, period, source }): Value => ({
    indicator,
    period,
    value,
    comparator: of,
    source,
  }));
  return own.length + others.length === 0 ? [{ indicator }] : [...own, ...others];
};

const columns: ReadonlyArray<ColumnOf<Value>> = [
  {
    head: 'Code',
    width: 10,
    kind: 'short',
    of: ({ indicator }) => words(indicator.definition.code),
  },
  {
    head: 'Indicator',
    width: 44,
    kind: 'long',
    of: ({ indicator: { definition, id } }) => words(definition.title ?? id),
  },
  {
    head: 'Unit',
    width: 12,
    kind: 'short',
    of: ({ indicator }) => words(indicator.definition.unit),
  },
  { head: 'Period', width: 12, kind: 'short', of: ({ period }) => words(period) },
  { head: 'Geography', width: 18, kind: 'long', of: ({ geography }) => words(geography) },
  { head: 'Breakdown', width: 22, kind: 'long', of: ({ breakdown }) => words(breakdown) },
  { head: 'Value', width: 11, kind: 'number', of: ({ value }) => number(value) },
  {
    head: 'Provisional or final',
    width: 13,
    kind: 'short',
    of: ({ status }) => words(status),
  },
  { head: 'Comparator', width: 20, kind: 'long', of: ({ comparator }) => words(comparator) },
  { head: 'Source', width: 26, kind: 'long', of: ({ source }) => words(source) },
  {
    head: 'Baseline',
    width: 26,
    kind: 'long',
    of: ({ indicator }) => words(indicator.baseline?.asWritten),
  },
];

/** The plan's indicators as a long table: one row a value, and one a value of others that they are held against. */
export const indicatorsSheet = ({ indicators }: Pick<WorkbookAnswer, 'indicators'>): Sheet =>
  sheetOf(copySheets.indicators, columns, indicators.flatMap(valuesOf), 2);
