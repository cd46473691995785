import { review, reviewHeld } from '@trackrecord/domain';
import { type Instant, LocalDate, type Ordinal, type StreamName } from '@trackrecord/kernel';
import { type AssertionRecord, type Directory, nameOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, storage } from '../failure.ts';
import { idIn } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { loadParties } from './load-parties.ts';
import type { Resolved } from './resolve-question.ts';

/** A board's review of a plan. */
export type ReviewAnswer = Readonly<{
  /** When the board met. */
  on: LocalDate;
  /** Up to which ordinal of the log it looked. */
  lookedAt: Ordinal;
  /** The clocks that show the plan as that board saw it. */
  question: Readonly<{ asOf: LocalDate; knownAt: Ordinal }>;
  recordedAt: Instant;
  /** The ordinal that the review itself is recorded at. */
  ordinal: Ordinal;
  by: string;
  byParty: string;
  onWordOf: string | null;
  why: string | null;
}>;

/** The reviews held of a plan by a date, as known at a time; the latest first. */
export type ReviewsAnswer = Readonly<{
  plan: string;
  asOf: LocalDate;
  ordinal: Ordinal;
  reviews: ReadonlyArray<ReviewAnswer>;
}>;

type Held = Readonly<{ on: LocalDate; ordinal: Ordinal; record: AssertionRecord }>;

/**
 * A review's stream is named by its plan and its date. Another plan's name may begin with this one's: what
 * follows must be a date alone.
 */
const streamsOfReviews = (
  deps: Readable,
  plan: string,
): E.Either<Failure, ReadonlyArray<StreamName>> =>
  pipe(
    deps.views.listStreams('review', `${plan}-`),
    E.bimap(storage, (streams) =>
      streams.filter((stream) => LocalDate.is(idIn(stream).slice(plan.length + 1))),
    ),
  );

/** The review that a stream holds: what stands of it, as it was first recorded. */
const heldIn =
  (deps: Readable, { plan, point }: Resolved) =>
  (stream: StreamName): E.Either<Failure, O.Option<Held>> =>
    pipe(
      E.Do,
      E.bind('cut', () => deps.views.cutOf(stream, point)),
      E.bind('records', () =>
        deps.views.recordsOf(stream, point.knownAt, { subject: review, field: reviewHeld.name }),
      ),
      E.bimap(storage, ({ cut, records }) =>
        pipe(
          reviewHeld.of(cut, review),
          O.filter((held) => held.plan === plan && held.on <= point.asOf),
          O.chain(({ on, ordinal }) =>
            pipe(
              O.fromNullable(records.find(({ retracted }) => retracted === undefined)),
              O.map((record) => ({ on, ordinal, record })),
            ),
          ),
        ),
      ),
    );

const answerOf =
  (directory: Directory) =>
  ({ on, ordinal, record }: Held): ReviewAnswer => ({
    on,
    lookedAt: ordinal,
    question: { asOf: on, knownAt: ordinal },
    recordedAt: record.recordedAt,
    ordinal: record.ordinal,
    by: nameOf(directory)(record.recordedBy.party),
    byParty: record.recordedBy.party,
    onWordOf: record.onWordOf === undefined ? null : nameOf(directory)(record.onWordOf),
    why: record.why ?? null,
  });

const partiesOf = ({ record }: Held): ReadonlyArray<string> =>
  [record.recordedBy.party, record.onWordOf].filter((id) => id !== undefined);

/** The reviews that boards held of a plan, each with the question that shows the plan as that board saw it. */
export const reviewsAnswer =
  (deps: Readable) =>
  (question: Resolved): E.Either<Failure, ReviewsAnswer> =>
    pipe(
      E.Do,
      E.bind('streams', () => streamsOfReviews(deps, question.plan)),
      E.bind('found', ({ streams }) => pipe(streams, E.traverseArray(heldIn(deps, question)))),
      E.let('held', ({ found }) => found.flatMap((one) => (O.isSome(one) ? [one.value] : []))),
      E.bind('directory', ({ held }) => loadParties(deps, held.flatMap(partiesOf))),
      E.map(({ held, directory }) => ({
        plan: question.plan,
        asOf: question.point.asOf,
        ordinal: question.point.knownAt,
        reviews: held
          .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
          .map(answerOf(directory)),
      })),
    );
