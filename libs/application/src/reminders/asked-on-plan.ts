import type { Asked, Debt, PlanId } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import { askedSoFar, debtKey } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import type { Failure } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import { loadLastRun } from './reminder-streams.ts';

/** That a debt was asked for by email, of whomever: on which day first and last, and how often at most of one of them. */
export type AskedByEmail = Readonly<{ first: LocalDate; last: LocalDate; times: number }>;

/** Looks a debt up among what was asked for; `undefined` where it never was. */
export type LookUpAsked = (debt: Debt) => AskedByEmail | undefined;

const min = (a: LocalDate, b: LocalDate): LocalDate => (b < a ? b : a);
const max = (a: LocalDate, b: LocalDate): LocalDate => (b > a ? b : a);

const together = (all: ReadonlyArray<Asked> | undefined): AskedByEmail | undefined => {
  const [first, ...others] = all ?? [];
  return first === undefined
    ? undefined
    : others.reduce<AskedByEmail>(
        (sofar, one) => ({
          first: min(sofar.first, one.first),
          last: max(sofar.last, one.last),
          times: Math.max(sofar.times, one.times),
        }),
        { first: first.first, last: first.last, times: first.times },
      );
};

/** What a plan's reminders have asked for that was not settled by then, as known at an ordinal. */
export const askedOnPlan =
  (deps: Readable) =>
  (plan: PlanId, knownAt: Ordinal): E.Either<Failure, LookUpAsked> =>
    pipe(
      loadLastRun(deps, plan, knownAt),
      E.map((run): LookUpAsked => {
        const asked = O.isNone(run) ? [] : askedSoFar(run.value);
        const byDebt = Map.groupBy(asked, debtKey);
        return (debt) => together(byDebt.get(debtKey(debt)));
      }),
    );
