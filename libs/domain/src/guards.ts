import { type Values, valueOf } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { actionStatus, type ActionStatus } from './action/fields.ts';
import { plan, planStatus } from './plan/fields.ts';
import type {
  ActionNotOpen,
  DatesBackwards,
  NotFound,
  PlanIsClosed,
  RefTaken,
} from './refusals.ts';
import type { StreamState } from './stream-state.ts';
import { type SubjectKind, subjectOf } from './subjects.ts';
import type { Timescale } from './timescale.ts';

/** Whether a subject is in the plan; every item has an `exists` register. */
export const isThere = (cut: Values, subject: string): boolean =>
  valueOf(cut, subject, 'exists') === true;

/** The subject of an item that must be in the plan. */
export const existing = (
  { cut }: StreamState,
  kind: SubjectKind,
  ref: string,
): E.Either<NotFound, string> => {
  const subject = subjectOf(kind, ref);
  return isThere(cut, subject) ? E.right(subject) : E.left({ _tag: 'NotFound', kind, ref });
};

/** The plan itself, or an item that must be in it, by its name in assertions: `priority:7a`. */
export const existingSubject = (
  { cut }: StreamState,
  subject: string,
): E.Either<NotFound, string> => {
  const [kind = '', ...ref] = subject.split(':');
  // Indicators have streams of their own: the plan only links them.
  return subject === plan || kind === 'indicator' || isThere(cut, subject)
    ? E.right(subject)
    : E.left({ _tag: 'NotFound', kind, ref: ref.join(':') });
};

/** A ref that no item of the kind has yet. */
export const free = (
  { cut }: StreamState,
  kind: SubjectKind,
  ref: string,
): E.Either<RefTaken, string> => {
  const subject = subjectOf(kind, ref);
  return isThere(cut, subject) ? E.left({ _tag: 'RefTaken', kind, ref }) : E.right(subject);
};

/** The subject of an action that must be in the plan and open: what is closed is reopened first. */
export const openAction = (
  state: StreamState,
  action: string,
): E.Either<NotFound | ActionNotOpen, string> =>
  E.chainW((subject: string): E.Either<ActionNotOpen, string> => {
    const status = O.getOrElseW(() => 'open' as const)(actionStatus.of(state.cut, subject));
    return status === 'open' ? E.right(subject) : E.left({ _tag: 'ActionNotOpen', action, status });
  })(existing(state, 'action', action));

/**
 * The subject of an action that can come to a status by today: it is open, or it has that very status since
 * the date of the command, so that saying it again is nothing new.
 */
export const actionOpenOr =
  (state: StreamState, wanted: ActionStatus) =>
  (action: string): E.Either<NotFound | ActionNotOpen, string> =>
    E.chainW((subject: string) =>
      valueOf(state.cut, subject, actionStatus.name) === wanted &&
      O.toUndefined(actionStatus.since(state.cut, subject)) === state.asOf
        ? E.right(subject)
        : openAction(state, action),
    )(existing(state, 'action', action));

/** Nothing new comes into a closed plan. */
export const openPlan = ({ cut }: StreamState): E.Either<PlanIsClosed, string> =>
  O.getOrElseW(() => 'open')(planStatus.of(cut, plan)) === 'closed'
    ? E.left({ _tag: 'PlanIsClosed' })
    : E.right(plan);

/** The subject of an open action, for what is told of it: a plan that has ended hears no more. */
export const openActionOfOpenPlan = (
  state: StreamState,
  action: string,
): E.Either<NotFound | ActionNotOpen | PlanIsClosed, string> =>
  E.chainW(() => openAction(state, action))(openPlan(state));

/** A timescale, where there is one, whose earliest date is not after its latest. */
export const inOrder = (
  timescale: Timescale | undefined,
): E.Either<DatesBackwards, Timescale | undefined> => {
  const { earliest, latest } = timescale ?? {};
  return earliest !== undefined && latest !== undefined && earliest > latest
    ? E.left({ _tag: 'DatesBackwards', earliest, latest })
    : E.right(timescale);
};
