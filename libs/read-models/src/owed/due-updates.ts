import type { RatingOrNot } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import type { ActionState } from '../plan-state/action-state.ts';
import type { PlanFacts } from '../plan-state/plan-facts.ts';
import { type Due, duesOn } from './owed.ts';

/** Why an action has a date. */
export type DueReason =
  /** Its next update is due then, by the plan's cadence; there was news of it `since`. */
  | Readonly<{ _tag: 'Cadence'; since: LocalDate }>
  /** Somebody asked for an update. */
  | Readonly<{ _tag: 'Asked'; request: string; words: string; askedOn: LocalDate }>
  /** It is to be done by then. */
  | Readonly<{ _tag: 'Timescale'; asWritten: string }>;

/** A date of an open action, past or to come. */
export type DueUpdate = Readonly<{
  /** The action's id, which stays the same when its ref changes. */
  action: string;
  ref: string;
  title: string;
  rating: RatingOrNot;
  reason: DueReason;
  dueOn: LocalDate;
  /** Who answers for it, by party id: leads, else supporters; of a request those who were asked. Often nobody. */
  owners: ReadonlyArray<string>;
}>;

/** What is owed since always has no date of its own: whoever never rated has the date of the next update. */
const reasonOf = (due: Due, { timescale }: ActionState): DueReason | undefined => {
  if (due.reason === 'overdue') return { _tag: 'Cadence', since: due.since };
  if (due.reason === 'timescale passed')
    return { _tag: 'Timescale', asWritten: timescale?.asWritten ?? '' };
  return due.reason === 'asked'
    ? { _tag: 'Asked', request: due.request ?? '', words: due.words ?? '', askedOn: due.since }
    : undefined;
};

/** After a plan's period all that is owed is its closing: no update by cadence falls due then. */
const isWithin =
  ({ period }: PlanFacts) =>
  ({ reason, dueOn }: Due): boolean =>
    reason !== 'overdue' || period?.latest === undefined || dueOn <= period.latest;

/** What several parties owe is one thing with one date. */
const sameThing = ({ about, reason, request }: Due): string =>
  JSON.stringify([about, reason, request]);

/**
 * The dates of a plan's open actions as of a date: when the next update of each is due (overdue ones on the day on
 * which they were), when what was asked for is, and by when it is to be done. Nothing of closed and withdrawn actions,
 * of a closed plan, or of one whose period is over.
 */
export const dueUpdatesOf = (plan: PlanFacts, asOf: LocalDate): ReadonlyArray<DueUpdate> => {
  const actions = new Map<string, ActionState>(
    plan.actions.map((action) => [`action:${action.id}`, action] as const),
  );
  const things = Map.groupBy(duesOn(plan, asOf).filter(isWithin(plan)), sameThing);
  return [...things.values()].flatMap((dues) => {
    const [first] = dues;
    const action = first === undefined ? undefined : actions.get(first.about);
    if (first === undefined || action === undefined) return [];
    const { id, ref, title, rating } = action;
    const reason = reasonOf(first, action);
    const owners = dues.map(({ party }) => party).filter((party) => party !== null);
    const { dueOn } = first;
    return reason === undefined ? [] : [{ action: id, ref, title, rating, reason, dueOn, owners }];
  });
};
