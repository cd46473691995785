import { notRated, type UpdateRequest } from '@trackrecord/domain';
import { addMonths, daysBetween, type LocalDate, type Member } from '@trackrecord/kernel';
import type { ActionState } from '../plan-state/action-state.ts';
import type { PlanFacts } from '../plan-state/plan-facts.ts';

/** Why an update is owed. */
export type OwedReason =
  /** Somebody asked for it and it was not given. */
  | 'asked'
  /** Nobody had news of the action for longer than the plan's cadence. */
  | 'overdue'
  /** The action has never been rated. */
  | 'never rated'
  /** The plan's period has ended, and the plan was neither closed nor carried forward. */
  | 'period ended';

/** One debt: an action, and one party that owes its update; `party` is null where nobody is named. */
export type Owed = Readonly<{
  action: string | null;
  party: string | null;
  reason: OwedReason;
  /** Since when: asked on, last updated on, created on, or the period's last day. */
  since: LocalDate;
  dueOn: LocalDate;
  daysOverdue: number;
  words: string | null;
}>;

const nobody: ReadonlyArray<string | null> = [null];

const orNobody = (parties: ReadonlyArray<string>): ReadonlyArray<string | null> =>
  parties.length === 0 ? nobody : parties;

/** Who answers for an action: its leads, else its supporters, else nobody (the plan's manager answers). */
const answerable = ({ owners }: ActionState): ReadonlyArray<string | null> => {
  const leads = owners.filter(({ value }) => value === 'lead');
  return orNobody((leads.length > 0 ? leads : owners).map(({ id }) => id));
};

const asked =
  (asOf: LocalDate, action: ActionState) =>
  ({ value }: Member<UpdateRequest>): ReadonlyArray<Owed> =>
    value.state !== 'open'
      ? []
      : orNobody(value.of).map((party) => ({
          action: action.ref,
          party,
          reason: 'asked',
          since: value.askedOn,
          dueOn: value.dueOn ?? value.askedOn,
          daysOverdue: Math.max(0, daysBetween(value.dueOn ?? value.askedOn, asOf)),
          words: value.words,
        }));

const overdue = (plan: PlanFacts, asOf: LocalDate, action: ActionState): ReadonlyArray<Owed> => {
  const since = action.lastUpdatedOn ?? action.createdOn;
  if (since === null) return [];
  const dueOn = addMonths(plan.cadenceMonths)(since);
  return dueOn >= asOf
    ? []
    : answerable(action).map((party) => ({
        action: action.ref,
        party,
        reason: 'overdue',
        since,
        dueOn,
        daysOverdue: daysBetween(dueOn, asOf),
        words: null,
      }));
};

const neverRated = (asOf: LocalDate, action: ActionState): ReadonlyArray<Owed> => {
  const { createdOn } = action;
  return action.rating !== notRated || createdOn === null
    ? []
    : answerable(action).map((party) => ({
        action: action.ref,
        party,
        reason: 'never rated',
        since: createdOn,
        dueOn: createdOn,
        daysOverdue: daysBetween(createdOn, asOf),
        words: null,
      }));
};

const periodEnded = (since: LocalDate, asOf: LocalDate): ReadonlyArray<Owed> => [
  {
    action: null,
    party: null,
    reason: 'period ended',
    since,
    dueOn: since,
    daysOverdue: daysBetween(since, asOf),
    words: 'Close the plan, or carry its actions forward into a successor.',
  },
];

/**
 * Who owes an update on a plan as of a date: what was asked and not answered, actions without news for
 * longer than the plan's cadence (a calendar quarter unless set), actions never rated. Closed and
 * withdrawn actions owe nothing; a closed plan neither; and after the plan's period has ended all that
 * is owed is its closing or its carrying forward.
 */
export const owedOn = (plan: PlanFacts, asOf: LocalDate): ReadonlyArray<Owed> => {
  const periodEnd = plan.period?.latest;
  if (plan.status === 'closed') return [];
  if (periodEnd !== undefined && periodEnd < asOf) return periodEnded(periodEnd, asOf);
  return plan.actions
    .filter(({ status }) => status === 'open')
    .flatMap((action) => [
      ...action.requests.flatMap(asked(asOf, action)),
      ...overdue(plan, asOf, action),
      ...neverRated(asOf, action),
    ]);
};
