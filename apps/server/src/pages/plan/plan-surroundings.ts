import {
  endOfTime,
  type Failure,
  type Resolved,
  reviewsAnswer,
  storage,
  streamOf,
} from '@trackrecord/application';
import {
  partnership,
  partnershipName,
  plan as planItself,
  planPartnership,
} from '@trackrecord/domain';
import type { LastReview } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import type { Desk } from '../../desk.ts';

/** What a plan's page shows that is kept in other streams than the plan's. */
export type PlanSurroundings = Readonly<{
  /** The partnership's name; `null` where none was said. */
  partnership: string | null;
  /** The board's last review by the page's date. */
  lastReview: LastReview | null;
}>;

const nameOf = (
  { views }: Pick<Desk, 'views'>,
  id: string,
  knownAt: Resolved['point']['knownAt'],
): E.Either<Failure, string> =>
  pipe(
    views.cutOf(streamOf('partnership', id), { asOf: endOfTime, knownAt }),
    E.bimap(storage, (cut) => O.getOrElse((): string => id)(partnershipName.of(cut, partnership))),
  );

/** Which partnership a plan is of is no matter of dates. */
const partnershipOf = (
  desk: Pick<Desk, 'views'>,
  { plan, point: { knownAt } }: Resolved,
): E.Either<Failure, string | null> =>
  pipe(
    desk.views.cutOf(streamOf('plan', plan), { asOf: endOfTime, knownAt }, planItself),
    E.bimap(storage, (cut) => O.toNullable(planPartnership.of(cut, planItself))),
    E.chain((id) => (id === null ? E.right(null) : nameOf(desk, id, knownAt))),
  );

/** Reads what stands around a plan, at the page's dates. */
export const planSurroundings = (
  desk: Desk,
  resolved: Resolved,
): E.Either<Failure, PlanSurroundings> =>
  pipe(
    E.Do,
    E.bind('partnership', () => partnershipOf(desk, resolved)),
    E.bind('held', () => reviewsAnswer(desk)(resolved)),
    E.map(({ partnership: name, held: { reviews } }) => {
      const [last] = reviews;
      return {
        partnership: name,
        lastReview: last === undefined ? null : { on: last.on, ordinal: last.lookedAt },
      };
    }),
  );
