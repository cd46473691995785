import { type Failure, invalid, linesBetween } from '@trackrecord/application';
import { Ordinal } from '@trackrecord/kernel';
import { recordedPage } from '@trackrecord/pages';
import type { HistoryAnswer } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Route } from '../../http/route.ts';
import { type AskedPlan, askedPlan } from '../asked-plan.ts';
import { page } from '../page-reply.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { reviewCrumbs } from './grid-reply.ts';
import { heldOn } from './held-on.ts';

type Between = Readonly<{ after: Ordinal; upTo: Ordinal }>;

/** The ordinals that an address names, the first of them included. */
const betweenIn = (
  { query }: Exchange,
  { answer: { ordinal } }: AskedPlan,
): E.Either<Failure, Between> => {
  const [after, upTo] = [Number(query.raw('from')) - 1, Number(query.raw('upTo'))];
  return Ordinal.is(after) && Ordinal.is(upTo) && after < upTo && upTo <= ordinal
    ? E.right({ after, upTo })
    : E.left(
        invalid(
          `There is nothing recorded from “${query.raw('from')}” up to “${query.raw('upTo')}”: accepted are ordinals up to ${ordinal}, the smaller one first.`,
          'from',
        ),
      );
};

const ofActions = (lines: ReadonlyArray<HistoryAnswer>): ReadonlyArray<HistoryAnswer> =>
  lines.filter(({ subject }) => subject.startsWith('action '));

const recordedIn = (desk: Desk, exchange: Exchange, asked: AskedPlan) =>
  pipe(
    E.Do,
    E.bind('between', () => betweenIn(exchange, asked)),
    E.bind('lines', ({ between }) => E.map(ofActions)(linesBetween(desk)(asked.plan, between))),
    E.let('on', ({ lines }) => lines[0]?.effectiveOn ?? null),
    E.bind('review', ({ on }) => (on === null ? E.right(undefined) : heldOn(desk, asked, on))),
    E.map(({ between, lines, on, review }) =>
      recordedPage({
        answer: asked.answer,
        may: mayWithPlan(exchange, asked),
        lines,
        nothingNew: exchange.query.all('nothing'),
        upTo: between.upTo,
        on,
        held: review ?? null,
      }),
    ),
  );

/** What a review grid recorded, an action at a time. */
export const showRecorded: Route = {
  method: 'GET',
  path: '/plans/:plan/review/recorded',
  audience: 'people',
  may: 'manage',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange, 'what was recorded'),
      TE.chainEitherK((asked) =>
        pipe(
          recordedIn(desk, exchange, asked),
          E.map(({ title, content }) =>
            page({
              title,
              content,
              section: 'plans',
              breadcrumbs: reviewCrumbs(asked),
              dateBar: asked.dateBar,
            }),
          ),
        ),
      ),
    ),
};
