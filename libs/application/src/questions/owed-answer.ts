import type { PartyId, PlanId } from '@trackrecord/domain';
import { type Directory, planFactsOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import { dataDebts } from './data-debts.ts';
import { answerOf, debtsIn, type OwedAnswer } from './debts-in.ts';
import { loadDirectory } from './load-directory.ts';
import { owedByParty } from './owed-by-party.ts';
import { cutFor } from './plan-answer.ts';
import { plansAsked } from './plans-asked.ts';
import type { Question } from './question.ts';
import { resolveQuestion } from './resolve-question.ts';

export type OwedFilter = Readonly<{ plan?: PlanId | undefined; party?: PartyId | undefined }>;

/** What is owed in a plan: updates of its actions, and data, which nobody owns. */
const owedIn =
  (deps: Readable, question: Question, directory: Directory) =>
  (plan: PlanId): E.Either<Failure, ReadonlyArray<OwedAnswer>> =>
    pipe(
      resolveQuestion(deps)(plan, question),
      E.chain((resolved) =>
        pipe(
          E.Do,
          E.bind('cut', () => cutFor(deps, resolved)),
          E.bind('data', ({ cut }) => dataDebts(deps, cut, resolved.point)),
          E.map(({ cut, data: { owed, titles } }) => [
            ...debtsIn(plan, planFactsOf(cut), resolved.point.asOf, directory),
            ...owed.map(answerOf(plan, directory, titles)),
          ]),
        ),
      ),
    );

/** What everybody owes, on one plan or on all. */
const owedByAll = (
  deps: Readable,
  plan: PlanId | undefined,
  question: Question,
): E.Either<Failure, ReadonlyArray<OwedAnswer>> =>
  pipe(
    E.Do,
    E.bind('directory', () => loadDirectory(deps)),
    E.bind('plans', () => plansAsked(deps, plan)),
    E.chain(({ directory, plans }) =>
      pipe(
        plans,
        E.traverseArray((one) =>
          pipe(
            owedIn(deps, question, directory)(one),
            E.orElse((failure) =>
              failure._tag === 'Missing' && plan === undefined ? E.right([]) : E.left(failure),
            ),
          ),
        ),
      ),
    ),
    E.map((owed) => owed.flat()),
  );

/**
 * Who owes an update, and which data plans lack: on one plan or on all, by everybody or by one party. As of the
 * question's date, as known at its ordinal; a plan that a date or an ordinal comes before owes nothing then.
 */
export const owedAnswer =
  (deps: Readable) =>
  ({ plan, party }: OwedFilter, question: Question): E.Either<Failure, ReadonlyArray<OwedAnswer>> =>
    party === undefined
      ? owedByAll(deps, plan, question)
      : pipe(
          // A plan that is asked about by its id has to be there.
          plan === undefined
            ? E.right<Failure, unknown>(null)
            : resolveQuestion(deps)(plan, question),
          E.chain(() =>
            owedByParty(deps)(party, question, plan === undefined ? undefined : new Set([plan])),
          ),
        );
