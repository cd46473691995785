import {
  type EventLog,
  type Failure,
  type News,
  newsIn,
  type Readable,
  storage,
  type Tail,
} from '@trackrecord/application';
import type { DomainEvent } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { ServerStore } from '../store/server-store.ts';
import type { NewDelivery, NewsPlace } from '../store/webhook-store.ts';
import { type CurrentWebhook, currentWebhooks } from './current-webhooks.ts';
import { deliveryOf } from './news-body.ts';
import { stretchesOf, type Stretch } from './news-in-log.ts';
import { placeNow } from './place-now.ts';

/** What following the log for webhooks needs. */
export type TakingIn = Readable &
  Readonly<{
    log: Pick<EventLog<DomainEvent>, 'follow'>;
    tail: Tail;
    store: Pick<ServerStore, 'webhooks'>;
    publicUrl: URL;
  }>;

const isWanted =
  ({ state: { news: wanted, registeredAt }, kept: { goneAt } }: CurrentWebhook) =>
  ({ kind, plan, ordinal }: News): boolean =>
    goneAt === undefined &&
    ordinal > registeredAt &&
    wanted.kinds.includes(kind) &&
    (wanted.plan === undefined || wanted.plan === plan.id);

/** What of a stretch a webhook is sent: nothing that was recorded before the webhook was. */
const deliveriesIn = (
  deps: TakingIn,
  webhook: CurrentWebhook,
  { commands }: Stretch,
): E.Either<Failure, ReadonlyArray<NewDelivery>> =>
  pipe(
    commands.filter(({ events }) =>
      events.some(({ ordinal }) => ordinal > webhook.state.registeredAt),
    ),
    E.traverseArray(newsIn(deps)),
    E.map((news) =>
      news
        .flat()
        .filter(isWanted(webhook))
        .map((one) =>
          deliveryOf(one, {
            publicUrl: deps.publicUrl,
            withText: webhook.state.news.withText,
          }),
        ),
    ),
  );

/** A log that is shorter than it was came from a backup: it is followed from its end, and nothing is sent twice. */
const fromItsEnd = (deps: TakingIn, { state }: CurrentWebhook): TE.TaskEither<Failure, number> =>
  pipe(
    placeNow(deps),
    TE.chain((place) => deps.store.webhooks.takeNews(state.id, [], place, deps.clock.now())),
    TE.map(() => 0),
  );

const takeInFor =
  (deps: TakingIn, head: number) =>
  (webhook: CurrentWebhook): TE.TaskEither<Failure, number> => {
    const { state, kept } = webhook;
    if (kept.place.ordinal > head) return fromItsEnd(deps, webhook);
    const take = (news: ReadonlyArray<NewDelivery>, place: NewsPlace) =>
      deps.store.webhooks.takeNews(state.id, news, place, deps.clock.now())();
    return async () => {
      let taken = 0;
      for await (const stretch of stretchesOf(deps.log, kept.place, head)) {
        if (E.isLeft(stretch)) return stretch;
        const deliveries = deliveriesIn(deps, webhook, stretch.right);
        if (E.isLeft(deliveries)) return deliveries;
        taken += deliveries.right.length;
        const { place } = stretch.right;
        // A stretch without news is kept with the next that has some, or at the end.
        if (deliveries.right.length === 0 && place.ordinal < head) continue;
        const done = await take(deliveries.right, place);
        if (E.isLeft(done)) return done;
      }
      return E.right(taken);
    };
  };

/**
 * Takes what the log has since into the deliveries of every webhook that this node sends for; gives how many there are.
 * What is taken in and how far that is are one transaction: whenever it is cut short, it goes on from there.
 */
export const takeInNews = (deps: TakingIn): TE.TaskEither<Failure, number> =>
  pipe(
    currentWebhooks(deps),
    TE.chain((first) =>
      first.length === 0
        ? TE.right(0)
        : pipe(
            deps.views.catchUp(),
            TE.mapLeft(storage),
            TE.bindTo('head'),
            // Whatever was registered or removed is known by then.
            TE.bind('webhooks', () => currentWebhooks(deps)),
            TE.chain(({ head, webhooks }) =>
              pipe(webhooks, TE.traverseSeqArray(takeInFor(deps, head))),
            ),
            TE.map((taken) => taken.reduce((sum, count) => sum + count, 0)),
          ),
    ),
  );
