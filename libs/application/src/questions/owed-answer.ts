import type { OwedReason, PartyId, PlanId } from '@trackrecord/domain';
import { PlanId as PlanIdCodec } from '@trackrecord/domain';
import {
  canonicalParty,
  type Directory,
  type Owed,
  owedOn,
  type PlanFacts,
  planFactsOf,
} from '@trackrecord/read-models';
import type { LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import { idIn } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { type DataDebts, dataDebts } from './data-debts.ts';
import { loadDirectory } from './load-directory.ts';
import { type NamedParty, namedParty } from './naming.ts';
import { cutFor } from './plan-answer.ts';
import type { Question } from './question.ts';
import { resolveQuestion } from './resolve-question.ts';

/** One debt as an answer gives it. */
export type OwedAnswer = Readonly<{
  plan: PlanId;
  /** Of what, by its subject: `action:27`, `target:2.3a`, `indicator:ni-112`, `plan`. */
  about: string;
  /** The action's ref; `null` where it is no action. */
  action: string | null;
  /** The words of what it is of; `null` where the whole plan owes. */
  title: string | null;
  party: NamedParty | null;
  reason: OwedReason;
  since: LocalDate;
  dueOn: LocalDate;
  daysOverdue: number;
  words: string | null;
  /** The request, where one was made. */
  request: string | null;
}>;

export type OwedFilter = Readonly<{ plan?: PlanId | undefined; party?: PartyId | undefined }>;

const plansToAsk = (
  deps: Readable,
  { plan, party }: OwedFilter,
  directory: Directory,
): E.Either<Failure, ReadonlyArray<PlanId>> => {
  if (plan !== undefined) return E.right([plan]);
  const spellings =
    party === undefined
      ? []
      : [...directory.keys()].filter((id) => canonicalParty(directory)(id) === party);
  const streams =
    party === undefined
      ? deps.views.listStreams('plan')
      : pipe(
          spellings,
          E.traverseArray((id) => deps.views.listStreamsNaming('plan', id)),
          E.map((found) => [...new Set(found.flat())]),
        );
  return pipe(
    streams,
    E.mapLeft(storage),
    E.map((names) => names.map(idIn).filter(PlanIdCodec.is)),
  );
};

const answerOf =
  (plan: PlanId, directory: Directory, titles: ReadonlyMap<string, string>) =>
  (owed: Owed): OwedAnswer => ({
    plan,
    ...owed,
    title: titles.get(owed.about) ?? null,
    party:
      owed.party === null ? null : namedParty(directory)(canonicalParty(directory)(owed.party)),
  });

const noData: DataDebts = { owed: [], titles: new Map() };

/** Two spellings of one party owe once. */
const once = (debts: ReadonlyArray<OwedAnswer>): ReadonlyArray<OwedAnswer> => [
  ...new Map(debts.map((debt) => [JSON.stringify(debt), debt] as const)).values(),
];

/** The updates that are owed in a plan, by name: parties as they go after every merger. */
export const debtsIn = (
  plan: PlanId,
  facts: PlanFacts,
  asOf: LocalDate,
  directory: Directory,
): ReadonlyArray<OwedAnswer> => {
  const titles = new Map(facts.actions.map(({ id, title }) => [`action:${id}`, title]));
  return once(owedOn(facts, asOf).map(answerOf(plan, directory, titles)));
};

/** What is owed in a plan: updates of its actions and, unless a party is asked for, data, which nobody owns. */
const owedIn =
  (deps: Readable, question: Question, directory: Directory, withData: boolean) =>
  (plan: PlanId): E.Either<Failure, ReadonlyArray<OwedAnswer>> =>
    pipe(
      resolveQuestion(deps)(plan, question),
      E.chain((resolved) =>
        pipe(
          E.Do,
          E.bind('cut', () => cutFor(deps, resolved)),
          E.bind('data', ({ cut }) =>
            withData ? dataDebts(deps, cut, resolved.point) : E.right(noData),
          ),
          E.map(({ cut, data: { owed, titles } }) => [
            ...debtsIn(plan, planFactsOf(cut), resolved.point.asOf, directory),
            ...owed.map(answerOf(plan, directory, titles)),
          ]),
        ),
      ),
    );

/**
 * Who owes an update, and which data plans lack: on one plan or on all, by everybody or by one party. As of the
 * question's date, as known at its ordinal; a plan that a date or an ordinal comes before owes nothing then.
 */
export const owedAnswer =
  (deps: Readable) =>
  (filter: OwedFilter, question: Question): E.Either<Failure, ReadonlyArray<OwedAnswer>> =>
    pipe(
      E.Do,
      E.bind('directory', () => loadDirectory(deps)),
      E.bind('plans', ({ directory }) => plansToAsk(deps, filter, directory)),
      E.bind('owed', ({ directory, plans }) =>
        pipe(
          plans,
          E.traverseArray((plan) =>
            pipe(
              owedIn(deps, question, directory, filter.party === undefined)(plan),
              E.orElse((failure) =>
                failure._tag === 'Missing' && filter.plan === undefined
                  ? E.right([])
                  : E.left(failure),
              ),
            ),
          ),
        ),
      ),
      E.map(({ owed }) =>
        owed.flat().filter(({ party }) => filter.party === undefined || party?.id === filter.party),
      ),
    );
