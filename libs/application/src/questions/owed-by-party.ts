import { isThere, plan as planItself, type PartyId, PlanId } from '@trackrecord/domain';
import type { StreamName, Values } from '@trackrecord/kernel';
import { canonicalParty, type Directory, planFactsOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import type { SubjectNaming } from '../ports/views.ts';
import { idIn } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { loadParties } from './load-parties.ts';
import { debtsIn, type OwedAnswer } from './debts-in.ts';
import type { Question } from './question.ts';
import { type Resolved, resolveQuestion } from './resolve-question.ts';

/** A party with all spellings that were merged into it, and by which ids it goes. */
type Spellings = Readonly<{ ids: ReadonlyArray<string>; directory: Directory }>;

/** Whoever was ever merged into one of these, and so on: a spelling of a spelling is the same party. */
const withSpellings = (
  deps: Pick<Readable, 'views'>,
  ids: ReadonlyArray<string>,
  before: ReadonlyArray<string> = [],
): E.Either<Failure, ReadonlyArray<string>> =>
  ids.length === 0
    ? E.right(before)
    : pipe(
        ids,
        E.traverseArray((id) => deps.views.listStreamsNaming('party', id)),
        E.mapLeft(storage),
        E.chain((found) => {
          const known = new Set([...before, ...ids]);
          const others = [...new Set(found.flat().map(idIn))].filter((id) => !known.has(id));
          return withSpellings(deps, others, [...known]);
        }),
      );

const spellingsOf = (deps: Pick<Readable, 'views'>, party: PartyId): E.Either<Failure, Spellings> =>
  pipe(
    withSpellings(deps, [party]),
    E.bindTo('named'),
    E.bind('directory', ({ named }) => loadParties(deps, named)),
    E.map(({ named, directory }) => ({
      directory,
      // Members of an organisation name it too; they are others.
      ids: named.filter((id) => canonicalParty(directory)(id) === party),
    })),
  );

/** What of a plan itself, and of an action, says what is owed. */
const fields = [
  ...['exists', 'title', 'period', 'status', 'cadenceMonths', 'cadenceByRating', 'timeZone'],
  ...['ref', 'rating', 'owner', 'request', 'timescale', 'created', 'updated'],
];

/** A cut through as much of a plan as is about itself and some of its actions. */
const cutOfSome = (
  { views }: Pick<Readable, 'views'>,
  stream: StreamName,
  subjects: ReadonlyArray<string>,
  { point }: Resolved,
): E.Either<Failure, Values> =>
  E.mapLeft(storage)(views.cutOf(stream, point, [planItself, ...subjects], fields));

const owedOf =
  (deps: Readable, question: Question, { directory }: Spellings) =>
  ([stream, naming]: readonly [StreamName, ReadonlyArray<SubjectNaming>]): E.Either<
    Failure,
    ReadonlyArray<OwedAnswer>
  > => {
    const plan = idIn(stream);
    const subjects = [...new Set(naming.map(({ subject }) => subject))];
    return PlanId.is(plan)
      ? pipe(
          resolveQuestion(deps)(plan, question),
          E.chain((resolved) =>
            pipe(
              cutOfSome(deps, stream, subjects, resolved),
              E.map((cut) =>
                isThere(cut, planItself)
                  ? debtsIn(plan, planFactsOf(cut), resolved.point.asOf, directory)
                  : [],
              ),
            ),
          ),
          // A plan that a date or an ordinal comes before owes nothing then.
          E.orElse((failure) => (failure._tag === 'Missing' ? E.right([]) : E.left(failure))),
        )
      : E.right([]);
  };

/**
 * What one party owes, over every plan: only those actions are looked at of which it, or a spelling of it, was ever
 * named, however many others there are.
 * @param only the plans to look at; all where absent
 */
export const owedByParty =
  (deps: Readable) =>
  (
    party: PartyId,
    question: Question,
    only?: ReadonlySet<string>,
  ): E.Either<Failure, ReadonlyArray<OwedAnswer>> =>
    pipe(
      spellingsOf(deps, party),
      E.bindTo('spellings'),
      E.bind('naming', ({ spellings: { ids } }) =>
        pipe(
          ids,
          E.traverseArray((id) => deps.views.listSubjectsNaming('plan', id)),
          E.bimap(storage, (found) =>
            [...Map.groupBy(found.flat(), ({ stream }) => stream)].filter(
              ([stream]) => only === undefined || only.has(idIn(stream)),
            ),
          ),
        ),
      ),
      E.chain(({ spellings, naming }) =>
        pipe(naming, E.traverseArray(owedOf(deps, question, spellings))),
      ),
      E.map((owed) => owed.flat().filter((debt) => debt.party?.id === party)),
    );
