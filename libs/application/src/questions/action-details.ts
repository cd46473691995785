import {
  crossReference,
  lookupActionByRef,
  type PlanId,
  type RatingOrNot,
  subjectOf,
} from '@trackrecord/domain';
import type { LocalDate, Values } from '@trackrecord/kernel';
import {
  type ActionState,
  canonicalParty,
  type Directory,
  type Owed,
  owedOn,
  type PlanFacts,
  planFactsOf,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, missing, storage } from '../failure.ts';
import type { Point } from '../ports/views.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { type ActionAnswer, actionAnswer } from './action-answer.ts';
import { endOfTime } from './load-directory.ts';
import { loadParties, partiesNamedBy } from './load-parties.ts';
import { type NamedParty, namedParty } from './naming.ts';
import type { Resolved } from './resolve-question.ts';

/** An update that is owed on an action: by whom (nobody where none is named), why, since when. */
export type ActionOwed = Readonly<Omit<Owed, 'action' | 'party'>> &
  Readonly<{ party: NamedParty | null }>;

/** One action with all that is said of it, by the ids that changes of it name. Withdrawn ones are among them. */
export type ActionDetails = Readonly<{
  /** What the log knows it by: its first ref. */
  id: string;
  /** The ratings that its plan uses. */
  scale: ReadonlyArray<string>;
  rating: RatingOrNot;
  status: ActionState['status'];
  notes: ReadonlyArray<Readonly<{ note: string; text: string; on: LocalDate }>>;
  requests: ReadonlyArray<
    Readonly<{
      request: string;
      of: ReadonlyArray<NamedParty>;
      words: string;
      state: 'open' | 'given' | 'waived';
      askedOn: LocalDate;
      dueOn: LocalDate | null;
    }>
  >;
  crossReferences: ReadonlyArray<Readonly<{ link: string; asWritten: string; to: string | null }>>;
  owed: ReadonlyArray<ActionOwed>;
}> &
  Omit<ActionAnswer, 'rating' | 'status' | 'notes' | 'requests' | 'crossReferences'>;

const refs = ['exists', 'ref', 'status'];

/** The parts of a plan's cut that say which action a ref means. */
const lookupId = (
  { views }: Readable,
  plan: PlanId,
  point: Point,
  ref: string,
): E.Either<Failure, O.Option<string>> =>
  pipe(
    views.cutOf(streamOf('plan', plan), point, undefined, refs),
    E.bimap(storage, (cut) => lookupActionByRef(cut)(ref)),
  );

/** Since when an action is there that is not there yet: on whatever date, as known at the time of the question. */
const firstOn = (deps: Readable, { plan, point }: Resolved, ref: string) =>
  pipe(
    lookupId(deps, plan, { ...point, asOf: endOfTime }, ref),
    E.chain(
      O.match(
        () => E.right<Failure, LocalDate | undefined>(undefined),
        (id) =>
          pipe(
            deps.views.recordsOf(streamOf('plan', plan), point.knownAt, {
              subject: subjectOf('action', id),
              field: 'exists',
            }),
            E.bimap(storage, (records) =>
              records
                .filter(({ value, retracted }) => value === true && retracted === undefined)
                .map(({ effectiveOn }) => effectiveOn)
                .toSorted()
                .at(0),
            ),
          ),
      ),
    ),
  );

const notThere = (deps: Readable, resolved: Resolved, ref: string): E.Either<Failure, never> =>
  pipe(
    firstOn(deps, resolved, ref),
    E.chain((on) =>
      E.left(
        on === undefined || on <= resolved.point.asOf
          ? missing(`There is no action "${ref}" in the plan as of ${resolved.point.asOf}.`, 'ref')
          : {
              _tag: 'Missing',
              field: 'ref',
              message: `There is no action "${ref}" in the plan as of ${resolved.point.asOf}. It came into the plan on ${on}.`,
              firstOn: on,
            },
      ),
    ),
  );

const owing =
  (directory: Directory) =>
  ({ action: _, party, ...owed }: Owed): ActionOwed => ({
    ...owed,
    party: party === null ? null : namedParty(directory)(canonicalParty(directory)(party)),
  });

type Read = Readonly<{ cut: Values; facts: PlanFacts; action: ActionState; asOf: LocalDate }>;

const detailsOf =
  (directory: Directory) =>
  ({ cut, facts, action, asOf }: Read): ActionDetails => {
    const owed = owedOn(facts, asOf).filter((one) => one.action === action.ref);
    return {
      ...actionAnswer(directory, new Set(owed.map((one) => one.action)))(action),
      id: action.id,
      scale: facts.scale,
      rating: action.rating,
      status: action.status,
      notes: action.notes.map(({ id, value, since }) => ({ note: id, text: value, on: since })),
      requests: action.requests.map(({ id, value: { of, words, state, askedOn, dueOn } }) => ({
        request: id,
        of: of.map(namedParty(directory)),
        words,
        state,
        askedOn,
        dueOn: dueOn ?? null,
      })),
      crossReferences: crossReference
        .membersOf(cut, subjectOf('action', action.id))
        .map(({ id, value: { asWritten, to } }) => ({ link: id, asWritten, to: to ?? null })),
      owed: owed.map(owing(directory)),
    };
  };

/** The plan itself and one action of it: what a question about that action needs. */
const cutOfAction = (
  { views }: Readable,
  { plan, point }: Resolved,
  id: string,
): E.Either<Failure, Values> => {
  const stream = streamOf('plan', plan);
  return pipe(
    E.Do,
    E.bind('itself', () => views.cutOf(stream, point, 'plan')),
    E.bind('action', () => views.cutOf(stream, point, subjectOf('action', id))),
    E.bimap(storage, ({ itself, action }): Values => new Map([...itself, ...action])),
  );
};

/** What a cut of one action holds; nothing where it holds no action. */
const readFrom = (cut: Values, asOf: LocalDate, ref: string): E.Either<Failure, Read> => {
  const facts = planFactsOf(cut);
  return pipe(
    E.fromNullable(missing(`There is no action "${ref}" in the plan.`, 'ref'))(facts.actions[0]),
    E.map((action) => ({ cut, facts, action, asOf })),
  );
};

/**
 * Everything about one action, by its id.
 * @param ref what it is called where it is not there
 */
export const detailsById =
  (deps: Readable) =>
  (resolved: Resolved, id: string, ref: string): E.Either<Failure, ActionDetails> =>
    pipe(
      cutOfAction(deps, resolved, id),
      E.chain((cut) => readFrom(cut, resolved.point.asOf, ref)),
      E.chain((read) =>
        pipe(
          loadParties(deps, partiesNamedBy(read.facts)),
          E.map((directory) => detailsOf(directory)(read)),
        ),
      ),
    );

/** Everything about one action, by its ref on the date of the question; of several by that ref the open one. */
export const actionDetails =
  (deps: Readable) =>
  (resolved: Resolved, ref: string): E.Either<Failure, ActionDetails> =>
    pipe(
      lookupId(deps, resolved.plan, resolved.point, ref),
      E.chain(
        O.match(
          () => notThere(deps, resolved, ref),
          (id) => detailsById(deps)(resolved, id, ref),
        ),
      ),
    );
