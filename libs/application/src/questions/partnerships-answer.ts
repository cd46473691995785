import { PlanId } from '@trackrecord/domain';
import type { LocalDate, Ordinal, StreamName } from '@trackrecord/kernel';
import { usualTimeZone } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, storage } from '../failure.ts';
import type { Point } from '../ports/views.ts';
import { idIn } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { partnershipNameAt } from './partnership-name-at.ts';
import { type PlanSummary, summaryAt, type Summarised } from './plan-summary.ts';
import type { Question } from './question.ts';
import { resolveKnownAt } from './resolve-question.ts';

/** The plans that somebody may see: all of them, or only these. */
export type PlansSeen = 'all' | ReadonlySet<PlanId>;

/** Whether a plan is among those that somebody may see. */
export const isSeen = (seen: PlansSeen, plan: PlanId): boolean => seen === 'all' || seen.has(plan);

export type PartnershipSummary = Readonly<{
  id: string;
  name: string;
  plans: ReadonlyArray<PlanSummary>;
}>;

/** Partnerships with their plans as of a date, as known at a time; plans that belong to none stand apart. */
export type PartnershipsAnswer = Readonly<{
  asOf: LocalDate;
  ordinal: Ordinal;
  partnerships: ReadonlyArray<PartnershipSummary>;
  others: ReadonlyArray<PlanSummary>;
}>;

const plansAt = (
  deps: Readable,
  point: Point,
  seen: PlansSeen,
): E.Either<Failure, ReadonlyArray<Summarised>> =>
  pipe(
    deps.views.listStreams('plan'),
    E.map((streams) =>
      streams.filter((stream) => {
        const id = idIn(stream);
        return PlanId.is(id) && isSeen(seen, id);
      }),
    ),
    E.chain(E.traverseArray(summaryAt(deps.views, point))),
    E.bimap(storage, (found) => found.filter((one) => one !== null)),
  );

type Named = Readonly<{ id: string; name: string }>;

/** Partnerships by the names that they go by now. */
const partnershipsAt = (
  deps: Readable,
  knownAt: Ordinal,
): E.Either<Failure, ReadonlyArray<Named>> =>
  pipe(
    deps.views.listStreams('partnership'),
    E.chain(
      E.traverseArray((stream: StreamName) =>
        pipe(
          partnershipNameAt(deps, knownAt)(stream),
          E.map(
            O.match(
              (): ReadonlyArray<Named> => [],
              (name) => [{ id: idIn(stream), name }],
            ),
          ),
        ),
      ),
    ),
    E.bimap(storage, (found) => found.flat()),
  );

const collator = new Intl.Collator('en', { numeric: true });

/** A partnership that is not registered goes by its id; one without any plan that may be seen is listed where all may. */
const grouped = (
  named: ReadonlyArray<Named>,
  plans: ReadonlyArray<Summarised>,
  seen: PlansSeen,
): ReadonlyArray<PartnershipSummary> => {
  const names = new Map(named.map(({ id, name }) => [id, name] as const));
  const ids = new Set([
    ...names.keys(),
    ...plans.flatMap(({ partnership: id }) => (id === null ? [] : [id])),
  ]);
  return [...ids]
    .map((id) => ({
      id,
      name: names.get(id) ?? id,
      plans: plans.filter((plan) => plan.partnership === id).map(({ summary }) => summary),
    }))
    .filter((one) => seen === 'all' || one.plans.length > 0)
    .toSorted((a, b) => collator.compare(a.name, b.name));
};

/**
 * Partnerships and their plans, each with how its actions are rated and how many updates are owed.
 * @param seen only these plans, where not all may be seen
 */
export const partnershipsAnswer =
  (deps: Readable) =>
  (
    { asOf, knownAt }: Pick<Question, 'asOf' | 'knownAt'>,
    seen: PlansSeen = 'all',
  ): E.Either<Failure, PartnershipsAnswer> =>
    pipe(
      E.Do,
      E.bind('ordinal', () => resolveKnownAt(deps, usualTimeZone, knownAt)),
      E.let('date', () => asOf ?? deps.clock.today(usualTimeZone)),
      E.bind('plans', ({ date, ordinal }) => plansAt(deps, { asOf: date, knownAt: ordinal }, seen)),
      E.bind('named', ({ ordinal }) => partnershipsAt(deps, ordinal)),
      E.map(({ date, ordinal, plans, named }) => ({
        asOf: date,
        ordinal,
        partnerships: grouped(named, plans, seen),
        others: plans
          .filter((plan) => plan.partnership === null)
          .map(({ summary }) => summary)
          .toSorted((a, b) => collator.compare(a.title, b.title)),
      })),
    );
