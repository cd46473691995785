import type { Instant, LocalDate, Ordinal, Values } from '@trackrecord/kernel';
import {
  type ActionState,
  type AssertionRecord,
  type CountedEvery,
  countingDates,
  countRatings,
  planFactsOf,
  type RatingCount,
  type RatingStretch,
  ratingStretches,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { firstDateOf } from './first-date-of.ts';
import { cutFor } from './plan-answer.ts';
import type { Resolved } from './resolve-question.ts';

/** An action's rating over time. */
export type ActionRatings = Readonly<{
  ref: string;
  title: string;
  priority: string | null;
  /** On the date of the question. */
  status: ActionState['status'];
  stretches: ReadonlyArray<RatingStretch>;
}>;

/** How the ratings of a plan's actions changed, up to a date, as known at a time. */
export type RatingHistoryAnswer = Readonly<{
  plan: string;
  title: string;
  asOf: LocalDate;
  knownAt: Instant | Ordinal | null;
  ordinal: Ordinal;
  /** The plan's first date. */
  from: LocalDate;
  scale: ReadonlyArray<string>;
  actions: ReadonlyArray<ActionRatings>;
  every: CountedEvery;
  /** At the end of each month (quarter, year) from the plan's first date on, and on the date of the question. */
  counts: ReadonlyArray<RatingCount>;
}>;

const actionPrefix = 'action:';

/** What counts by the time of the question: as in a cut. */
const counts =
  ({ asOf, documents }: Resolved['point']) =>
  ({ subject, effectiveOn, retracted, document }: AssertionRecord): boolean =>
    subject.startsWith(actionPrefix) &&
    effectiveOn <= asOf &&
    retracted === undefined &&
    (documents === undefined || (document !== undefined && documents.has(document)));

/** What was ever said of where the actions are, and of their ratings, by action. */
const saidOfActions = (
  deps: Pick<Readable, 'views'>,
  { plan, point }: Resolved,
): E.Either<Failure, ReadonlyMap<string, ReadonlyArray<AssertionRecord>>> =>
  pipe(
    ['exists', 'status', 'rating'],
    E.traverseArray((field) =>
      deps.views.recordsOf(streamOf('plan', plan), point.knownAt, { field }),
    ),
    E.bimap(storage, (records) =>
      Map.groupBy(records.flat().filter(counts(point)), ({ subject }) =>
        subject.slice(actionPrefix.length),
      ),
    ),
  );

type Read = Readonly<{
  cut: Values;
  said: ReadonlyMap<string, ReadonlyArray<AssertionRecord>>;
  first: LocalDate | null;
}>;

const answered = (
  { plan, point, knownAt }: Resolved,
  { cut, said, first }: Read,
): RatingHistoryAnswer => {
  const { title, scale, actions } = planFactsOf(cut);
  const rated = actions.map(({ id, ref, title: words, under, status }) => ({
    ref,
    title: words,
    priority: under.priority ?? null,
    status,
    stretches: ratingStretches(said.get(id) ?? []),
  }));
  const from = first ?? point.asOf;
  const { every, dates } = countingDates(from, point.asOf);
  return {
    plan,
    title,
    asOf: point.asOf,
    knownAt,
    ordinal: point.knownAt,
    from,
    scale,
    actions: rated,
    every,
    counts: countRatings(
      scale,
      rated.map(({ stretches }) => stretches),
      dates,
    ),
  };
};

/** What tells which actions there are, what they are called, and where they stand. */
const fields = ['exists', 'ref', 'title', 'under', 'status', 'ratingScale'];

/** The stretches of every action's rating up to the date of the question, and how many had which rating when. */
export const ratingHistoryAnswer =
  (deps: Readable) =>
  (question: Resolved): E.Either<Failure, RatingHistoryAnswer> =>
    pipe(
      E.Do,
      E.bind('cut', () => cutFor(deps, question, fields)),
      E.bind('said', () => saidOfActions(deps, question)),
      E.bind('first', () => firstDateOf(deps)(question.plan, question.point.knownAt)),
      E.map((read) => answered(question, read)),
    );
