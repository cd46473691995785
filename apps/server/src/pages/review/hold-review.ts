import {
  describeFailure,
  type Failure,
  fieldOfFailure,
  holdReview,
  type Principal,
} from '@trackrecord/application';
import {
  type FormErrors,
  heldOnField,
  lookedAtField,
  noErrors,
  holdReviewPage,
  seenPath,
  ukDate,
  ukNumbersDate,
  whyField,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { csrfTokenFor } from '../../access/csrf.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { isOnToday } from '../action/on-today.ts';
import { type AskedPlan, askedPlan, onRefusedDates } from '../asked-plan.ts';
import { authorOf } from '../change/around.ts';
import { commandIdOf, formIdField } from '../change/command-id-of.ts';
import { leaveNotice } from '../notice.ts';
import { page } from '../page-reply.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { reviewCrumbs } from './grid-reply.ts';
import { heldOn } from './held-on.ts';
import { isThereThen, type Review, reviewIn, type TypedReview } from './held-review.ts';
import { readOnlyReply } from './read-only-reply.ts';
import { reviewerOf } from './reviewer.ts';

const path = '/plans/:plan/review/hold';

const formReply = (
  desk: Desk,
  exchange: Exchange,
  asked: AskedPlan,
  typed: TypedReview,
  { status, errors }: Readonly<{ status: number; errors: FormErrors }>,
): TE.TaskEither<Failure, Reply> =>
  pipe(
    TE.fromTask(csrfTokenFor(desk)(exchange)),
    TE.map((csrfToken) => {
      const { title, content } = holdReviewPage({
        answer: asked.answer,
        may: mayWithPlan(exchange, asked),
        typed,
        errors,
        csrfToken: csrfToken ?? '',
        formId: exchange.form.one(formIdField) ?? desk.ids.commandId(),
      });
      return page(
        {
          title,
          content,
          section: 'plans',
          breadcrumbs: reviewCrumbs(asked),
          dateBar: asked.dateBar,
          errors,
        },
        status,
      );
    }),
  );

/** The form that says that a board reviewed a plan. */
export const showHoldReview: Route = {
  method: 'GET',
  path,
  audience: 'people',
  may: 'manage',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange, 'the review'),
      TE.chain((asked) => {
        const { query } = exchange;
        const { today } = asked.dateBar;
        if (!isOnToday(asked.question, today))
          return TE.right(readOnlyReply(exchange, asked, 'Hold a review'));
        const on = query.one(heldOnField) ?? today;
        return pipe(
          formReply(
            desk,
            exchange,
            asked,
            {
              on: ukNumbersDate(on),
              lookedAt: query.one(lookedAtField) ?? String(asked.answer.ordinal),
              why: '',
            },
            { status: 200, errors: noErrors },
          ),
          TE.map(onRefusedDates(asked)),
        );
      }),
    ),
};

const heldOtherwise = (
  desk: Desk,
  asked: AskedPlan,
  { on, lookedAt }: Review,
): E.Either<Failure, FormErrors> =>
  pipe(
    heldOn(desk, asked, on),
    E.map((review) =>
      review === undefined || review.lookedAt === lookedAt
        ? noErrors
        : [
            {
              field: heldOnField,
              message: `When did the board meet? A review of ${ukDate(on)} is recorded already: it looked at ordinal ${review.lookedAt}. There is one review a day.`,
            },
          ],
    ),
  );

const carriedOut = (
  desk: Desk,
  exchange: Exchange,
  { plan }: AskedPlan,
  principal: Principal,
  { on, lookedAt, why }: Review,
): TE.TaskEither<Failure, Reply> =>
  pipe(
    holdReview(desk)({
      plan,
      author: authorOf(principal, { effectiveOn: on, why, onWordOf: undefined, basedOn: lookedAt }),
      commandId: commandIdOf(exchange, principal.party),
    }),
    TE.map(({ events }) =>
      redirect(`/plans/${plan}/reviews`, [
        leaveNotice({
          kind: events.length === 0 ? 'important' : 'success',
          text:
            events.length === 0
              ? `The review of ${ukDate(on)} is recorded already. Nothing was recorded anew.`
              : `The review of ${ukDate(on)} is recorded.`,
          link: { text: 'The plan as that board saw it', href: seenPath(plan, { on, lookedAt }) },
        }),
      ]),
    ),
  );

const taken = (
  desk: Desk,
  exchange: Exchange,
  asked: AskedPlan,
  principal: Principal,
): TE.TaskEither<Failure, Reply> => {
  const { form } = exchange;
  const typed = {
    on: form.raw(heldOnField),
    lookedAt: form.raw(lookedAtField),
    why: form.raw(whyField),
  };
  const again = (status: number, errors: FormErrors) =>
    formReply(desk, exchange, asked, typed, { status, errors });
  const read = reviewIn(typed, asked);
  if (E.isLeft(read)) return again(400, read.left);
  const there = isThereThen(desk, asked, read.right);
  if (E.isLeft(there)) return again(422, there.left);
  return pipe(
    TE.fromEither(heldOtherwise(desk, asked, read.right)),
    TE.chain((errors) =>
      errors.length > 0
        ? again(422, errors)
        : pipe(
            carriedOut(desk, exchange, asked, principal, read.right),
            TE.orElse((failure) =>
              failure._tag === 'Refused' || failure._tag === 'Conflict'
                ? again(409, [
                    {
                      field: fieldOfFailure(failure) ?? heldOnField,
                      message: describeFailure(failure),
                    },
                  ])
                : TE.left(failure),
            ),
          ),
    ),
  );
};

/** Records that a board reviewed a plan, and what it looked at. */
export const sendHoldReview: Route = {
  method: 'POST',
  path,
  audience: 'people',
  may: 'manage',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange, 'the review'),
      TE.bindTo('asked'),
      TE.bind('principal', () => TE.fromEither(reviewerOf(exchange))),
      TE.chain(({ asked, principal }) => taken(desk, exchange, asked, principal)),
    ),
};
