import {
  type Done,
  type Failure,
  loadWebhook,
  type MayCall,
  type NewWebhook,
  type Readable,
  registerWebhook,
  renewWebhookSecret,
  type Said,
  type Tail,
  type Writable,
} from '@trackrecord/application';
import type { WebhookId } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Randomness } from '../access/randomness.ts';
import type { ServerStore } from '../store/server-store.ts';
import type { NewsPlace } from '../store/webhook-store.ts';
import { hour_ms, later } from '../time/instants.ts';
import { placeNow } from './place-now.ts';
import { newWebhookSecret } from './webhook-signature.ts';

/** What registering a webhook at this node needs. */
export type Registering = Writable &
  Readonly<{
    tail: Tail;
    store: Pick<ServerStore, 'webhooks'>;
    random: Randomness;
    mayCall: MayCall;
  }>;

/** While receivers take a renewed secret over, what is sent is signed by both. */
const bothCount_hours = 24;

type Secret = Readonly<{ webhook: string; mark: string; place: NewsPlace }>;

/** Makes a secret that was recorded, and lets it count here: from now on this node sends. */
export const secretMade = (
  { store, clock, random }: Pick<Registering, 'store' | 'clock' | 'random'>,
  { webhook, mark, place }: Secret,
): TE.TaskEither<Failure, string> => {
  const secret = newWebhookSecret(random);
  return pipe(
    store.webhooks.keepSecret(
      { webhook, secret, mark, place },
      later(clock.now(), bothCount_hours * hour_ms),
    ),
    TE.map(() => secret),
  );
};

/** What was done, and the secret: told once. */
export type WithSecret = Done & Readonly<{ webhook: WebhookId; secret: string }>;

/** Registers a webhook whose news this node sends. It is recorded before the secret counts. */
export const registerHere =
  (deps: Registering) =>
  (webhook: NewWebhook, said: Said): TE.TaskEither<Failure, WithSecret> =>
    pipe(
      placeNow(deps),
      TE.bindTo('place'),
      TE.bind('done', () => registerWebhook(deps, deps.mayCall)(webhook, said)),
      TE.chain(({ place, done }) =>
        pipe(
          secretMade(deps, { webhook: done.webhook, mark: done.webhook, place }),
          TE.map((secret) => ({ ...done, secret })),
        ),
      ),
    );

/**
 * Forgets a secret that another node has replaced since, and what waited to be sent with it: what was recorded while
 * that node sent is its own, and not sent once more from here.
 */
export const forgetStale = (
  { store, ...deps }: Readable & Pick<Registering, 'store'>,
  webhook: WebhookId,
): TE.TaskEither<Failure, void> =>
  pipe(
    TE.fromEither(loadWebhook(deps, webhook)),
    TE.bindTo('state'),
    TE.bind('kept', () => store.webhooks.lookup(webhook)),
    TE.chain(({ state, kept }) =>
      kept !== undefined && O.isSome(state) && state.value.secret !== kept.mark
        ? store.webhooks.retire(webhook, deps.clock.now())
        : TE.right(undefined),
    ),
  );

/** Gives a webhook another secret; whichever node sent its news until then, this one does from now on. */
export const renewHere =
  (deps: Omit<Registering, 'mayCall'>) =>
  (webhook: WebhookId, said: Said): TE.TaskEither<Failure, WithSecret> =>
    pipe(
      placeNow(deps),
      TE.bindTo('place'),
      TE.chainFirst(() => forgetStale(deps, webhook)),
      TE.bind('done', () => renewWebhookSecret(deps)(webhook, said)),
      TE.chain(({ place, done }) =>
        pipe(
          secretMade(deps, { webhook, mark: done.mark, place }),
          TE.map((secret) => {
            const { mark: _, ...did } = done;
            return { ...did, webhook, secret };
          }),
        ),
      ),
    );
