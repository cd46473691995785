import {
  type Failure,
  loadWebhooks,
  type Readable,
  storage,
  type WebhookAnswer,
  webhooksAnswer,
} from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { ServerStore } from '../store/server-store.ts';
import type { WebhookHealth } from '../store/webhook-store.ts';
import { isSentFromHere } from './current-webhooks.ts';

/** A webhook with how its deliveries fare at this node. */
export type WebhookOverview = WebhookAnswer &
  WebhookHealth &
  Readonly<{
    /** Whether this node has the secret that counts. Another one sends, or nobody until the secret is renewed. */
    sentFromHere: boolean;
    /** Since when its receiver says that it is gone (410); `null` while it does not. */
    goneAt: string | null;
  }>;

type Deps = Readable & Readonly<{ store: Pick<ServerStore, 'webhooks'> }>;

/** Every webhook, removed ones too, in the order in which they were registered. */
export const webhookOverviews = (
  deps: Deps,
): TE.TaskEither<Failure, ReadonlyArray<WebhookOverview>> =>
  pipe(
    deps.views.catchUp(),
    TE.mapLeft(storage),
    TE.chainEitherK(() => loadWebhooks(deps)),
    TE.bindTo('states'),
    TE.bind('answers', () => TE.fromEither(webhooksAnswer(deps))),
    TE.bind('kept', () => deps.store.webhooks.list()),
    TE.chain(({ states, answers, kept }) =>
      pipe(
        answers,
        TE.traverseSeqArray((answer) =>
          pipe(
            deps.store.webhooks.healthOf(answer.id),
            TE.map((health) => {
              const state = states.find(({ id }) => id === answer.id);
              const own = kept.find(({ webhook }) => webhook === answer.id);
              return {
                ...answer,
                ...health,
                sentFromHere: state !== undefined && isSentFromHere(state, own),
                goneAt: own?.goneAt ?? null,
              };
            }),
          ),
        ),
      ),
    ),
  );
