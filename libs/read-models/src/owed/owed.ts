import { notRated, type OwedReason, type UpdateRequest } from '@trackrecord/domain';
import { addDays, addMonths, daysBetween, type LocalDate, type Member } from '@trackrecord/kernel';
import type { ActionState } from '../plan-state/action-state.ts';
import type { PlanFacts } from '../plan-state/plan-facts.ts';
import { monthsBetweenUpdates } from './cadence.ts';

/** One debt: what it is of, and one party that owes it; `party` is null where nobody is named. */
export type Owed = Readonly<{
  /** Of what, by its subject: `action:27`, `plan`, `indicator:ni-112`. It stays when the action is renumbered. */
  about: string;
  /** The action's ref; `null` for what is no action. */
  action: string | null;
  party: string | null;
  reason: OwedReason;
  /** Since when: asked on, last updated on, created on, or the last day of what has ended. */
  since: LocalDate;
  dueOn: LocalDate;
  /** 0 on the due date and before it. */
  daysOverdue: number;
  words: string | null;
  /** The request, where one was made. */
  request: string | null;
}>;

/** A debt before it is held against a date: it is owed from the day after `dueOn`. */
export type Due = Omit<Owed, 'daysOverdue'>;

const nobody: ReadonlyArray<string | null> = [null];

const orNobody = (parties: ReadonlyArray<string>): ReadonlyArray<string | null> =>
  parties.length === 0 ? nobody : parties;

/** Who answers for an action: its leads, else its supporters, else nobody (the plan's manager answers). */
const answerable = ({ owners }: ActionState): ReadonlyArray<string | null> => {
  const leads = owners.filter(({ value }) => value === 'lead');
  return orNobody((leads.length > 0 ? leads : owners).map(({ id }) => id));
};

const dueOf = (
  action: ActionState,
  due: Pick<Due, 'reason' | 'since' | 'dueOn'>,
): ReadonlyArray<Due> =>
  answerable(action).map((party) => ({
    about: `action:${action.id}`,
    action: action.ref,
    party,
    ...due,
    words: null,
    request: null,
  }));

const asked =
  (action: ActionState) =>
  ({ id, value }: Member<UpdateRequest>): ReadonlyArray<Due> =>
    value.state !== 'open'
      ? []
      : orNobody(value.of).map((party) => ({
          about: `action:${action.id}`,
          action: action.ref,
          party,
          reason: 'asked',
          since: value.askedOn,
          dueOn: value.dueOn ?? value.askedOn,
          words: value.words,
          request: id,
        }));

/** The next update by the plan's cadence, for whom it is due. */
const nextUpdateOf = (plan: PlanFacts, action: ActionState): ReadonlyArray<Due> => {
  const since = action.lastUpdatedOn ?? action.createdOn;
  const months = monthsBetweenUpdates(plan.cadence, action.rating);
  return since === null || months === 0
    ? []
    : dueOf(action, { reason: 'overdue', since, dueOn: addMonths(months)(since) });
};

const neverRated = (action: ActionState): ReadonlyArray<Due> => {
  const { createdOn, rating } = action;
  return rating !== notRated || createdOn === null
    ? []
    : dueOf(action, { reason: 'never rated', since: createdOn, dueOn: createdOn });
};

/** An action that is still open after the last day that it was to be done by. */
const timescalePassed = (action: ActionState): ReadonlyArray<Due> => {
  const latest = action.timescale?.latest;
  return latest === undefined
    ? []
    : dueOf(action, { reason: 'timescale passed', since: latest, dueOn: latest });
};

const periodEnded = (since: LocalDate): Due => ({
  about: 'plan',
  action: null,
  party: null,
  reason: 'period ended',
  since,
  dueOn: since,
  words: 'Close the plan, or carry its actions forward into a successor.',
  request: null,
});

/** What is owed of one open action now or later, if nothing more is said of it. */
const duesOf = (plan: PlanFacts, action: ActionState): ReadonlyArray<Due> => [
  ...action.requests.flatMap(asked(action)),
  ...nextUpdateOf(plan, action),
  ...neverRated(action),
  ...timescalePassed(action),
];

/** Asked for, or never rated, is owed at once; the rest from the day after its due date. */
const isOwed =
  (asOf: LocalDate) =>
  ({ reason, dueOn }: Due): boolean =>
    reason === 'asked' || reason === 'never rated' || dueOn < asOf;

/** A debt as it stands on a date. */
export const owedAsOf =
  (asOf: LocalDate) =>
  (due: Due): Owed => ({ ...due, daysOverdue: Math.max(0, daysBetween(due.dueOn, asOf)) });

const periodEnd = (plan: PlanFacts, asOf: LocalDate): LocalDate | undefined => {
  const end = plan.period?.latest;
  return end !== undefined && end < asOf ? end : undefined;
};

/** What is due of a plan's actions, now or later: nothing of closed and withdrawn ones, of closed plans and ended periods. */
export const duesOn = (plan: PlanFacts, asOf: LocalDate): ReadonlyArray<Due> =>
  plan.status === 'closed' || periodEnd(plan, asOf) !== undefined
    ? []
    : plan.actions
        .filter(({ status }) => status === 'open')
        .flatMap((action) => duesOf(plan, action));

/** All that is due of a plan, what of it is owed by a date, and what will be within so many days. */
export type Standing = Readonly<{
  dues: ReadonlyArray<Due>;
  owed: ReadonlyArray<Owed>;
  comingUp: ReadonlyArray<Owed>;
}>;

/**
 * How a plan stands as of a date, worked out once: what is due (see `duesOn`), of it what is owed (see
 * `owedOn`), and what will be: due on the date itself or after it, if nothing more is said.
 * @param days how far to look ahead
 */
export const standingOn = (plan: PlanFacts, asOf: LocalDate, days: number): Standing => {
  const ended = plan.status === 'closed' ? undefined : periodEnd(plan, asOf);
  if (ended !== undefined) {
    const due = periodEnded(ended);
    return { dues: [due], owed: [owedAsOf(asOf)(due)], comingUp: [] };
  }
  const dues = duesOn(plan, asOf);
  const until = addDays(days)(asOf);
  const [owed, others] = [dues.filter(isOwed(asOf)), dues.filter((due) => !isOwed(asOf)(due))];
  return {
    dues,
    owed: owed.map(owedAsOf(asOf)),
    comingUp: others.filter(({ dueOn }) => dueOn <= until).map(owedAsOf(asOf)),
  };
};

/**
 * Who owes an update on a plan as of a date: what was asked and not answered, actions without news for
 * longer than the plan's cadence says for their rating, actions never rated, actions still open after the day by which
 * they were to be done. Closed and withdrawn actions owe nothing; a closed plan neither; and after the plan's period
 * has ended all that is owed is its closing or its carrying forward.
 */
export const owedOn = (plan: PlanFacts, asOf: LocalDate): ReadonlyArray<Owed> =>
  standingOn(plan, asOf, 0).owed;
