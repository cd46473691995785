import { holdReview, streamOf } from '@trackrecord/application';
import { decideReview, PlanId, RetractAssertions, type ReviewOrder } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { DoneCodec } from '../answers/done-codec.ts';
import { type Changing, change } from '../change.ts';
import { authorOf } from '../circumstances.ts';
import type { Endpoint } from '../endpoint.ts';
import type { CommandRoutes } from './command-route.ts';
import { carriedOutOn } from './own-command.ts';
import { ByOrdinals, eventsAt } from './retraction.ts';

const tag = 'Reviews';

const planIn = ({ exchange: { params } }: Changing): PlanId => {
  const { plan } = params;
  if (PlanId.is(plan)) return plan;
  throw new Error('the path names a plan');
};

/** How reviews are changed: a board's look is held, or it was not. */
export const reviewRoutes: CommandRoutes<ReviewOrder> = {
  HoldReview: { carriedBy: 'holdReview' },
  RetractAssertions: { carriedBy: 'retractReview' },
};

const hold: Endpoint = change({
  operationId: 'holdReview',
  method: 'POST',
  path: '/plans/{plan}/reviews',
  summary: 'Record that the board reviewed a plan',
  description:
    'On the date "effectiveOn", looking at the ordinal "basedOn"; today and now where they are left out.',
  tag,
  may: 'manage',
  asks: t.type({}),
  example: { effectiveOn: '2026-06-30', basedOn: 812 },
  answers: DoneCodec,
  change: (changing) => {
    const { desk, principal, around, looked, repeatable } = changing;
    return holdReview(desk)({
      plan: planIn(changing),
      author: authorOf(principal, around, looked),
      commandId: repeatable?.commandId,
    });
  },
});

const retract: Endpoint = change({
  operationId: 'retractReview',
  method: 'POST',
  path: '/plans/{plan}/reviews/{on}/retractions',
  summary: 'Take back that a review was held',
  description: 'By ordinals: as known from now on it never was.',
  tag,
  may: 'manage',
  asks: ByOrdinals,
  example: { ordinals: [77] },
  answers: DoneCodec,
  change: (changing, { ordinals }) => {
    const stream = streamOf(
      'review',
      `${planIn(changing)}-${changing.exchange.params['on'] ?? ''}`,
    );
    return pipe(
      eventsAt(changing.desk, stream, ordinals),
      TE.chain((events) =>
        carriedOutOn(changing, stream, decideReview, RetractAssertions.of({ events })),
      ),
    );
  },
});

/** Every change of reviews. */
export const reviewEndpoints: ReadonlyArray<Endpoint> = [hold, retract];
