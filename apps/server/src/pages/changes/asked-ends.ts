import {
  type Failure,
  type PlanAnswer,
  type Resolved,
  resolveQuestion,
  reviewsAnswer,
  storage,
} from '@trackrecord/application';
import { addMonths } from '@trackrecord/kernel';
import {
  dateQuery,
  type FirstEnd,
  type FormErrors,
  knownAtText,
  type LastReview,
  noErrors,
  parseDates,
  parseUkDate,
  ukDate,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { fieldsOf } from '../../http/fields.ts';
import { keptPlan } from '../../http/kept-plan.ts';
import { type AskedPlan, askedPlan } from '../asked-plan.ts';

/** The two ends of a comparison; the second one is the page's own dates. */
export type AskedEnds = Readonly<{
  asked: AskedPlan;
  from: FirstEnd;
  fromResolved: Resolved;
  /** The plan at the first end; `null` where it was not there. */
  before: PlanAnswer | null;
  /** Reviews held before the second date, the latest first. */
  reviews: ReadonlyArray<LastReview>;
  errors: FormErrors;
}>;

type Read<A> = Readonly<{ value: A | undefined; errors: FormErrors }>;

const nothing: Read<never> = { value: undefined, errors: noErrors };

const refusedAt = (field: string, message: string): Read<never> => ({
  value: undefined,
  errors: [{ field, message }],
});

const readDate = (exchange: Exchange, field: string, label: string): Read<FirstEnd['asOf']> => {
  const typed = exchange.query.one(field);
  return typed === undefined
    ? nothing
    : pipe(
        parseUkDate(label)(typed),
        E.match(
          (message) => refusedAt(field, message),
          (value): Read<FirstEnd['asOf']> => ({ value, errors: noErrors }),
        ),
      );
};

const readKnown = (exchange: Exchange, field: string, label: string): Read<FirstEnd['knownAt']> =>
  pipe(
    parseDates({ knownAt: exchange.query.one(field) }),
    E.match(
      ([error]) => refusedAt(field, (error?.message ?? '').replace(/^Known at/u, label)),
      ({ knownAt: value }): Read<FirstEnd['knownAt']> => ({ value, errors: noErrors }),
    ),
  );

type TypedEnds = Readonly<{ from: FirstEnd; to: FirstEnd; errors: FormErrors }>;

/** Both ends as they were typed; what is refused counts as not typed. */
const readEnds = (exchange: Exchange): TypedEnds => {
  const fromDate = readDate(exchange, 'from', 'From');
  const toDate = readDate(exchange, 'to', 'To');
  const fromKnown = readKnown(exchange, 'fromKnownAt', 'First date as known at');
  const toKnown = readKnown(exchange, 'toKnownAt', 'Second date as known at');
  return {
    from: { asOf: fromDate.value, knownAt: fromKnown.value },
    to: { asOf: toDate.value, knownAt: toKnown.value },
    errors: [fromDate, toDate, fromKnown, toKnown].flatMap(({ errors }) => errors),
  };
};

/** The same request with the second end for its dates: so the date bar and every link stand there. */
const atSecondEnd = (exchange: Exchange, { to }: TypedEnds): Exchange => {
  const { query } = exchange;
  const moved = [
    ...(to.asOf === undefined ? [] : ['asOf']),
    ...(to.knownAt === undefined ? [] : ['knownAt']),
  ];
  const kept = query
    .names()
    .filter((name) => !['to', 'toKnownAt', ...moved].includes(name))
    .flatMap((name) => query.all(name).map((value) => [name, value] as const));
  return {
    ...exchange,
    query: fieldsOf([...kept, ...new URLSearchParams(dateQuery(to))]),
  };
};

const reviewsBefore = (
  desk: Desk,
  { resolved, answer }: AskedPlan,
): E.Either<Failure, ReadonlyArray<LastReview>> =>
  pipe(
    reviewsAnswer(desk)(resolved),
    E.map(({ reviews }) =>
      reviews
        .filter(({ on }) => on < answer.asOf)
        .map(({ on, lookedAt }) => ({ on, ordinal: lookedAt })),
    ),
  );

/** Where nothing is asked: what the board saw at its last review, else three months before. */
const usualFrom = ({ answer, question }: AskedPlan, [last]: ReadonlyArray<LastReview>): FirstEnd =>
  last === undefined
    ? { asOf: addMonths(-3)(answer.asOf), knownAt: question.knownAt }
    : { asOf: last.on, knownAt: { _tag: 'AtOrdinal', ordinal: last.ordinal } };

type First = Readonly<{ from: FirstEnd; errors: FormErrors }>;

const firstEnd = (
  asked: AskedPlan,
  { from }: TypedEnds,
  reviews: ReadonlyArray<LastReview>,
): First => {
  if (from.asOf === undefined) return { from: usualFrom(asked, reviews), errors: noErrors };
  if (from.asOf > asked.answer.asOf)
    return {
      from: usualFrom(asked, reviews),
      errors: [
        {
          field: 'from',
          message: `From: ${ukDate(from.asOf)} is after ${ukDate(asked.answer.asOf)}. The earlier date comes first.`,
        },
      ],
    };
  return {
    from: { asOf: from.asOf, knownAt: from.knownAt ?? asked.question.knownAt },
    errors: noErrors,
  };
};

type ResolvedFirst = First & Readonly<{ fromResolved: Resolved }>;

/** An ordinal that is still to come is a mistake in its field. */
const resolveFirst = (
  desk: Desk,
  asked: AskedPlan,
  reviews: ReadonlyArray<LastReview>,
  { from, errors }: First,
): E.Either<Failure, ResolvedFirst> => {
  const at = (end: FirstEnd) =>
    resolveQuestion(desk)(asked.plan, {
      ...end,
      ...(asked.question.asIn === undefined ? {} : { asIn: asked.question.asIn }),
    });
  return pipe(
    at(from),
    E.map((fromResolved): ResolvedFirst => ({ from, errors, fromResolved })),
    E.orElse((failure) => {
      if (failure._tag !== 'Invalid' || failure.field !== 'knownAt') return E.left(failure);
      const usual = usualFrom(asked, reviews);
      return pipe(
        at(usual),
        E.map((fromResolved): ResolvedFirst => ({
          from: usual,
          errors: [...errors, { field: 'fromKnownAt', message: failure.message }],
          fromResolved,
        })),
      );
    }),
  );
};

const planBefore = (desk: Desk, resolved: Resolved): E.Either<Failure, PlanAnswer | null> =>
  pipe(
    E.mapLeft(storage)(desk.views.head()),
    E.chain((head) => keptPlan(desk, resolved, head)),
    E.map(({ answer }): PlanAnswer | null => answer),
    E.orElse((failure) => (failure._tag === 'Missing' ? E.right(null) : E.left(failure))),
  );

/** The two ends that an address asks for, and the plan at both. */
export const askedEnds =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, AskedEnds> => {
    const typed = readEnds(exchange);
    return pipe(
      askedPlan(desk)(atSecondEnd(exchange, typed), 'the plan’s changes'),
      TE.chainEitherK((asked) =>
        pipe(
          E.Do,
          E.bind('reviews', () => reviewsBefore(desk, asked)),
          E.bind('first', ({ reviews }) =>
            resolveFirst(desk, asked, reviews, firstEnd(asked, typed, reviews)),
          ),
          E.bind('before', ({ first }) => planBefore(desk, first.fromResolved)),
          E.map(({ reviews, before, first: { from, fromResolved, errors } }) => ({
            asked,
            from,
            fromResolved,
            before,
            reviews,
            errors: [...typed.errors, ...errors],
          })),
        ),
      ),
    );
  };

/** What tells the first end apart from others. */
export const firstEndKey = ({ asOf, knownAt }: FirstEnd): string =>
  `${asOf ?? ''} ${knownAt === undefined ? '' : knownAtText(knownAt)}`;
