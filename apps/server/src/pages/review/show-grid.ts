import type { Failure } from '@trackrecord/application';
import { parseGridParams, ukNumbersDate } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { isOnToday } from '../action/on-today.ts';
import { type AskedPlan, askedPlan, onRefusedDates } from '../asked-plan.ts';
import { type GridDraft, lookupDraft } from './grid-draft.ts';
import { gridReply } from './grid-reply.ts';
import { meanwhileIn } from './meanwhile.ts';
import { readOnlyReply } from './read-only-reply.ts';
import { reviewerOf } from './reviewer.ts';

const opened = (
  desk: Desk,
  exchange: Exchange,
  asked: AskedPlan,
  draft: GridDraft | undefined,
): TE.TaskEither<Failure, Reply> => {
  const { params, errors } = parseGridParams(exchange.query.one, asked.answer);
  const work = draft ?? {
    effectiveOn: ukNumbersDate(asked.dateBar.today),
    onWordOf: '',
    rows: new Map(),
    basedOn: asked.answer.ordinal,
  };
  return pipe(
    TE.fromEither(meanwhileIn(desk, asked, work)),
    TE.chain((meanwhile) =>
      gridReply(desk, exchange, asked, {
        status: errors.length === 0 ? 200 : 400,
        params,
        shows: { _tag: 'AskedFor', params },
        work,
        errors,
        meanwhile,
        conflict: null,
        savedAt: draft?.savedAt ?? null,
      }),
    ),
  );
};

/** The review grid of a plan, with whatever was left half-finished on it. */
export const showGrid: Route = {
  method: 'GET',
  path: '/plans/:plan/review',
  audience: 'people',
  may: 'manage',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange, 'the review'),
      TE.bindTo('asked'),
      TE.bind('principal', () => TE.fromEither(reviewerOf(exchange))),
      TE.chain(({ asked, principal }) =>
        isOnToday(asked.question, asked.dateBar.today)
          ? pipe(
              lookupDraft(desk, { principal, plan: asked.plan }),
              TE.chain((draft) => opened(desk, exchange, asked, draft)),
              TE.map(onRefusedDates(asked)),
            )
          : TE.right(readOnlyReply(exchange, asked, 'Fill in a review')),
      ),
    ),
};
