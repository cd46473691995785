import {
  auditTrailAnswer,
  type AuditTrailAnswer,
  type Failure,
  type Readable,
  type Resolved,
  type TrailAsked,
} from '@trackrecord/application';
import type { TrailPages, TrailPlaceAsked } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { justBefore, justBehind } from './trail-cursor.ts';

/** How many lines stand on a page. */
export const linesOnPage = 100;

/** A trail that is asked for. */
export type AskedTrail = Readonly<{
  questions: ReadonlyArray<Resolved>;
  asked: TrailAsked;
  newestFirst: boolean;
}>;

/** A page of it, and where the pages beside it are. */
export type TrailPage = Readonly<{
  trail: AuditTrailAnswer;
  pages: TrailPages;
  /** Which line in the whole it begins with, where that is known. */
  at: number | null;
}>;

const ask = (
  deps: Readable,
  { questions, asked }: AskedTrail,
  newestFirst: boolean,
  after: string | undefined,
): E.Either<Failure, AuditTrailAnswer> =>
  auditTrailAnswer(deps)(questions, asked, { newestFirst, limit: linesOnPage, after });

/** A number that does not fit what there is was made up: it is left out. */
const fitting = (trail: AuditTrailAnswer, at: number | null, hasNext: boolean): number | null => {
  if (at === null) return null;
  const last = at + trail.rows.length - 1;
  return hasNext ? (last < trail.total ? at : null) : last === trail.total ? at : null;
};

const forward = (
  deps: Readable,
  of: AskedTrail,
  { after, at }: Pick<TrailPlaceAsked, 'after' | 'at'>,
): E.Either<Failure, TrailPage> =>
  pipe(
    ask(deps, of, of.newestFirst, after ?? undefined),
    E.map((trail) => {
      const first = fitting(trail, after === null ? 1 : at, trail.next !== null);
      return {
        trail,
        at: first,
        pages: {
          previous:
            after === null
              ? null
              : { before: after, at: first === null ? null : Math.max(1, first - linesOnPage) },
          next:
            trail.next === null
              ? null
              : { after: trail.next, at: first === null ? null : first + trail.rows.length },
        },
      };
    }),
  );

/** The page that ends with a line; where the trail begins before a whole page is full, its first one. */
const backward = (
  deps: Readable,
  of: AskedTrail,
  before: string,
  at: number | null,
): E.Either<Failure, TrailPage> =>
  pipe(
    ask(deps, of, !of.newestFirst, justBehind(before, of.newestFirst)),
    E.chain((reversed) => {
      const { next } = reversed;
      if (next === null) return forward(deps, of, { after: null, at: null });
      const trail: AuditTrailAnswer = {
        ...reversed,
        newestFirst: of.newestFirst,
        rows: reversed.rows.toReversed(),
        next: before,
      };
      const first = fitting(trail, at, true);
      return E.right({
        trail,
        at: first,
        pages: {
          previous: {
            before: justBefore(next, of.newestFirst),
            at: first === null ? null : Math.max(1, first - linesOnPage),
          },
          next: { after: before, at: first === null ? null : first + trail.rows.length },
        },
      });
    }),
  );

/** The page of a trail that an address asks for. */
export const trailPage = (
  deps: Readable,
  of: AskedTrail,
  { after, before, at }: TrailPlaceAsked,
): E.Either<Failure, TrailPage> =>
  before === null ? forward(deps, of, { after, at }) : backward(deps, of, before, at);
