import {
  type Comparator,
  comparator,
  type Direction,
  indicator,
  indicatorBreakdowns,
  indicatorCode,
  indicatorDirection,
  indicatorGeography,
  indicatorTitle,
  indicatorUnit,
  type Observation,
  observation,
} from '@trackrecord/domain';
import type { Values } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { comparePeriods } from './compare-periods.ts';

/** What an indicator is, as its own stream holds it. */
export type IndicatorDefinition = Readonly<{
  title: string | null;
  code: string | null;
  unit: string | null;
  direction: Direction | null;
  geography: string | null;
  breakdowns: ReadonlyArray<string>;
}>;

/** Reads an indicator's definition from a cut through its own stream. */
export const indicatorDefinitionOf = (cut: Values): IndicatorDefinition => ({
  title: O.toNullable(indicatorTitle.of(cut, indicator)),
  code: O.toNullable(indicatorCode.of(cut, indicator)),
  unit: O.toNullable(indicatorUnit.of(cut, indicator)),
  direction: O.toNullable(indicatorDirection.of(cut, indicator)),
  geography: O.toNullable(indicatorGeography.of(cut, indicator)),
  breakdowns: O.getOrElse((): ReadonlyArray<string> => [])(indicatorBreakdowns.of(cut, indicator)),
});

/** A value that holds, by the key that its history stands under. */
export type Observed = Readonly<{ key: string; observed: Observation }>;

const collator = new Intl.Collator('en', { numeric: true });

const byPeriod = ({ observed: a }: Observed, { observed: b }: Observed): number =>
  comparePeriods(a.period, b.period) ||
  collator.compare(a.geography ?? '', b.geography ?? '') ||
  collator.compare(a.breakdown ?? '', b.breakdown ?? '');

/** The values of an indicator that hold, in the order of their periods; within one by place and breakdown. */
export const observationsOf = (cut: Values): ReadonlyArray<Observed> =>
  observation
    .membersOf(cut, indicator)
    .map(({ id, value }) => ({ key: id, observed: value }))
    .toSorted(byPeriod);

/** What an indicator is held against: by whose value it is, each in the order of its periods. */
export const comparatorsOf = (cut: Values): ReadonlyArray<Comparator> =>
  comparator
    .membersOf(cut, indicator)
    .map(({ value }) => value)
    .toSorted((a, b) => collator.compare(a.of, b.of) || comparePeriods(a.period, b.period));
