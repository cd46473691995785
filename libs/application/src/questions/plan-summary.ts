import { isThere, plan as planItself, planPartnership, type Timescale } from '@trackrecord/domain';
import type { LocalDate, Ordinal, StreamName, Values } from '@trackrecord/kernel';
import { countByRating, owedOn, planFactsOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import type { StorageError } from '../ports/event-log.ts';
import type { Point, Views } from '../ports/views.ts';
import { idIn } from '../streams.ts';

/** A plan in a list, with how it stands. */
export type PlanSummary = Readonly<{
  id: string;
  title: string;
  period: Timescale | null;
  status: string;
  counts: Readonly<{
    actions: number;
    byRating: Readonly<Record<string, number>>;
    /** Updates of actions owed, as the plan's own answer counts them: data is not among them. */
    owed: number;
  }>;
  /** When somebody last had news of any of its actions. */
  lastUpdatedOn: LocalDate | null;
}>;

/** What a plan's summary is made of; words, notes and narratives are no part of it. */
const fields = [
  ...[
    'exists',
    'title',
    'period',
    'status',
    'partnership',
    'cadenceMonths',
    'cadenceByRating',
    'ratingScale',
  ],
  ...['ref', 'rating', 'owner', 'request', 'timescale', 'created', 'updated'],
];

/** A plan's summary, and the partnership that it belongs to. */
export type Summarised = Readonly<{ partnership: string | null; summary: PlanSummary }>;

const latest = (dates: ReadonlyArray<LocalDate | null>): LocalDate | null =>
  dates.reduce((a, b) => (b !== null && (a === null || b > a) ? b : a), null);

const summaryOf = (id: string, cut: Values, asOf: LocalDate): Summarised => {
  const facts = planFactsOf(cut);
  return {
    partnership: O.toNullable(planPartnership.of(cut, planItself)),
    summary: {
      id,
      title: facts.title,
      period: facts.period,
      status: facts.status,
      counts: {
        actions: facts.actions.filter(({ status }) => status !== 'withdrawn').length,
        byRating: countByRating(facts.scale, facts.actions),
        owed: owedOn(facts, asOf).length,
      },
      lastUpdatedOn: latest(facts.actions.map(({ lastUpdatedOn }) => lastUpdatedOn)),
    },
  };
};

/** A summary that was made before: of which date, and at which last change of its plan; `null` where there was none. */
type Made = Readonly<{ asOf: LocalDate; changed: Ordinal; summarised: Summarised | null }>;

/** The last summary of each plan, for as long as its views are there. */
const made = new WeakMap<Views, Map<StreamName, Made>>();

const madeOf = (views: Views): Map<StreamName, Made> => {
  const known = made.get(views) ?? new Map<StreamName, Made>();
  made.set(views, known);
  return known;
};

const make = (
  views: Views,
  stream: StreamName,
  point: Point,
): E.Either<StorageError, Summarised | null> =>
  pipe(
    views.cutOf(stream, point, undefined, fields),
    E.map((cut) => (isThere(cut, planItself) ? summaryOf(idIn(stream), cut, point.asOf) : null)),
  );

/**
 * How a plan stands, in short; `null` where it was not there. Of a plan that has not changed since it was last asked
 * of for that date it is not worked out again: a list of all plans costs those that changed.
 */
export const summaryAt =
  (views: Views, point: Pick<Point, 'asOf' | 'knownAt'>) =>
  (stream: StreamName): E.Either<StorageError, Summarised | null> =>
    pipe(
      views.lastOrdinalOf(stream, point.knownAt),
      E.chain((changed) => {
        const before = madeOf(views).get(stream);
        return before?.changed === changed && before.asOf === point.asOf
          ? E.right(before.summarised)
          : pipe(
              make(views, stream, point),
              E.map((summarised) => {
                madeOf(views).set(stream, { asOf: point.asOf, changed, summarised });
                return summarised;
              }),
            );
      }),
    );
