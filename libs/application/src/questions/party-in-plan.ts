import type { PartyId, PlanId, Timescale } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import {
  type ActionState,
  type Directory,
  type PlanFacts,
  planFactsOf,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import { debtsIn, type OwedAnswer } from './debts-in.ts';
import { cutFor } from './plan-answer.ts';
import type { Question } from './question.ts';
import { type Resolved, resolveQuestion } from './resolve-question.ts';
import { workFields } from './work-fields.ts';

/** An action that a party owns. */
export type OwnedAction = Readonly<{
  ref: string;
  title: string;
  rating: string;
  status: ActionState['status'];
  timescale: Timescale | null;
  lastUpdatedOn: LocalDate | null;
}>;

/** An update that a party is asked for. */
export type AskedOfParty = Readonly<{
  ref: string;
  title: string;
  words: string;
  askedOn: LocalDate;
  dueOn: LocalDate | null;
}>;

/** What a party has to do with one plan. */
export type PartyInPlan = Readonly<{
  plan: string;
  title: string;
  /** Actions that are not withdrawn, closed ones too. */
  leads: ReadonlyArray<OwnedAction>;
  supports: ReadonlyArray<OwnedAction>;
  askedFor: ReadonlyArray<AskedOfParty>;
  owes: ReadonlyArray<OwedAnswer>;
}>;

/** The two clocks of a question that is about several plans. */
export type Clocks = Pick<Question, 'asOf' | 'knownAt'>;

/** The ids that are one party, and everybody. */
export type AskedParty = Readonly<{ ids: ReadonlySet<string>; directory: Directory }>;

const ownedBy = (
  { actions }: PlanFacts,
  { ids }: AskedParty,
  role: string,
): ReadonlyArray<OwnedAction> =>
  actions
    .filter(({ status }) => status !== 'withdrawn')
    .filter(({ owners }) => owners.some(({ id, value }) => value === role && ids.has(id)))
    .map(({ ref, title, rating, status, timescale, lastUpdatedOn }) => ({
      ...{ ref, title, rating, status, timescale, lastUpdatedOn },
    }));

const askedOf = ({ actions }: PlanFacts, { ids }: AskedParty): ReadonlyArray<AskedOfParty> =>
  actions
    .filter(({ status }) => status === 'open')
    .flatMap(({ ref, title, requests }) =>
      requests
        .filter(({ value }) => value.state === 'open' && value.of.some((id) => ids.has(id)))
        .map(({ value: { words, askedOn, dueOn } }) => ({
          ...{ ref, title, words, askedOn },
          dueOn: dueOn ?? null,
        })),
    );

/** What a party has to do with a plan, and at which place that was asked. */
export type InPlan = Readonly<{ resolved: Resolved; inPlan: PartyInPlan }>;

/** What a party has to do with a plan; nothing where the plan was not there on that date. */
export const partyInPlan =
  (deps: Readable, party: PartyId, question: Clocks, asked: AskedParty) =>
  (plan: PlanId): E.Either<Failure, ReadonlyArray<InPlan>> =>
    pipe(
      E.Do,
      E.bind('resolved', () => resolveQuestion(deps)(plan, question)),
      E.bind('facts', ({ resolved }) =>
        pipe(cutFor(deps, resolved, workFields), E.map(planFactsOf)),
      ),
      E.map(({ resolved, facts }): ReadonlyArray<InPlan> => [
        {
          resolved,
          inPlan: {
            plan,
            title: facts.title,
            leads: ownedBy(facts, asked, 'lead'),
            supports: ownedBy(facts, asked, 'support'),
            askedFor: askedOf(facts, asked),
            owes: debtsIn(plan, facts, resolved.point.asOf, asked.directory).filter(
              (debt) => debt.party?.id === party,
            ),
          },
        },
      ]),
      E.orElse((failure) => (failure._tag === 'Missing' ? E.right([]) : E.left(failure))),
    );
