import type { IndicatorDefinition } from './indicator-state.ts';

/** What tells a series of values from others of the same indicator. */
export type SeriesOf = Readonly<{ geography: string | null; breakdown: string | null }>;

export type SeriesNamed = SeriesOf & Readonly<{ key: string; name: string }>;

type Parts = Pick<IndicatorDefinition, 'geography' | 'breakdowns'>;

type Observed = Readonly<{
  geography?: string | null | undefined;
  breakdown?: string | null | undefined;
}>;

/** Tells series apart. Where the indicator is of one place anyway, a value that does not say where is of that place. */
export const seriesKey = (
  { geography, breakdown }: Observed,
  definition: Pick<IndicatorDefinition, 'geography'>,
): string => JSON.stringify([geography ?? definition.geography ?? '', breakdown ?? '']);

const nameOf = ({ geography, breakdown }: SeriesOf, alone: boolean): string => {
  const parts = [geography, breakdown].filter((part) => part !== null);
  if (parts.length > 0) return parts.join(', ');
  return alone ? 'Value' : 'All';
};

const collator = new Intl.Collator('en', { numeric: true });

/** Parts stand in the order in which the indicator names them; others after those. */
const placeOf = (breakdowns: ReadonlyArray<string>, breakdown: string | null): number => {
  if (breakdown === null) return -1;
  const place = breakdowns.indexOf(breakdown);
  return place < 0 ? breakdowns.length : place;
};

/** The whole before its parts, the indicator's own place before others. */
const order =
  ({ geography: own, breakdowns }: Parts) =>
  (a: SeriesOf, b: SeriesOf): number =>
    placeOf(breakdowns, a.breakdown) - placeOf(breakdowns, b.breakdown) ||
    collator.compare(a.breakdown ?? '', b.breakdown ?? '') ||
    Number((a.geography ?? own) !== own) - Number((b.geography ?? own) !== own) ||
    collator.compare(a.geography ?? '', b.geography ?? '');

/** The series that an indicator's values make: by place and breakdown. The first is what is told of it in a line. */
export const seriesNamed = (
  observed: ReadonlyArray<Observed>,
  definition: Parts,
): ReadonlyArray<SeriesNamed> => {
  const found = [
    ...new Map(
      observed.map((one) => [
        seriesKey(one, definition),
        {
          key: seriesKey(one, definition),
          geography: one.geography ?? definition.geography,
          breakdown: one.breakdown ?? null,
        },
      ]),
    ).values(),
  ].toSorted(order(definition));
  const severalPlaces = new Set(found.map(({ geography }) => geography)).size > 1;
  return found.map((one) => ({
    ...one,
    name: nameOf(
      severalPlaces || one.breakdown === null ? one : { ...one, geography: null },
      found.length === 1,
    ),
  }));
};
