import { addDays, addMonths, daysBetween, LocalDate } from '@trackrecord/kernel';
import { readPeriod, type Span } from '../indicators/read-period.ts';
import type { PlanFacts } from '../plan-state/plan-facts.ts';
import type { PlanStructure } from '../plan-state/plan-structure.ts';
import { type Due, type Owed, owedAsOf } from './owed.ts';

/** The periods for which an indicator has a value, as they were written. */
export type ObservedIndicator = Readonly<{ indicator: string; periods: ReadonlyArray<string> }>;

/** Nobody owns data: the plan's manager answers for it. */
const dueOf = (due: Pick<Due, 'about' | 'reason' | 'since' | 'words'>): Due => ({
  ...due,
  action: null,
  party: null,
  dueOn: due.since,
  request: null,
});

/** A gap that a target's words leave ("by ***") is owed since it was written; other data since the day it was wanted by. */
const dataNeedDues = ({ dataNeeds, targets }: PlanStructure): ReadonlyArray<Due> => {
  const standing = new Set(
    targets.filter(({ status }) => status === 'set').map(({ ref }) => `target:${ref}`),
  );
  return dataNeeds
    .filter(({ status }) => status === 'raised')
    .flatMap(({ ref, words, under, raisedOn, timescale }): ReadonlyArray<Due> => {
      const wantedBy = timescale?.latest;
      if (standing.has(under) && raisedOn !== null)
        return [dueOf({ about: under, reason: 'target with a gap', since: raisedOn, words })];
      return wantedBy === undefined
        ? []
        : [dueOf({ about: `dataNeed:${ref}`, reason: 'data missing', since: wantedBy, words })];
    });
};

const monthOf = (date: string): number => {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return year * 12 + month;
};

/** The last day of the period after one that ended then; a value of a single day is followed by one a year later. */
const nextEnd = ({ from, to }: Span): LocalDate | undefined => {
  if (!LocalDate.is(to)) return undefined;
  // Whole months are counted from the day after: most periods end with a month.
  const after = addDays(1)(to);
  const months = Math.max(1, monthOf(after) - monthOf(from));
  return from === to ? addMonths(12)(to) : addDays(-1)(addMonths(months)(after));
};

const laterOf = (a: Span, b: Span): Span => (b.to > a.to ? b : a);

const observationDue = ({ indicator, periods }: ObservedIndicator): ReadonlyArray<Due> => {
  const [first, ...spans] = periods.flatMap((period) => readPeriod(period) ?? []);
  if (first === undefined) return [];
  const since = nextEnd(spans.reduce(laterOf, first));
  return since === undefined
    ? []
    : [dueOf({ about: `indicator:${indicator}`, reason: 'no observation', since, words: null })];
};

/**
 * What a plan lacks of data as of a date: targets with a gap, indicators of which a period has ended since the last one
 * that has a value (periods are as long as that one), data that was to be there by a day that is over.
 * @param observed the plan's indicators, each with the periods of its values; one without any owes nothing: nobody can
 * tell how often it is measured
 */
export const dataOwedOn = (
  plan: Pick<PlanFacts, 'status' | 'period'>,
  structure: PlanStructure,
  observed: ReadonlyArray<ObservedIndicator>,
  asOf: LocalDate,
): ReadonlyArray<Owed> => {
  const end = plan.period?.latest;
  if (plan.status === 'closed' || (end !== undefined && end < asOf)) return [];
  return [...dataNeedDues(structure), ...observed.flatMap(observationDue)]
    .filter(({ reason, since }) => reason === 'target with a gap' || since < asOf)
    .map(owedAsOf(asOf))
    .toSorted((a, b) => daysBetween(b.since, a.since));
};
