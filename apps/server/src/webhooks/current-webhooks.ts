import { type Failure, loadWebhooks, type Readable } from '@trackrecord/application';
import type { WebhookState } from '@trackrecord/read-models';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { ServerStore } from '../store/server-store.ts';
import type { KeptWebhook } from '../store/webhook-store.ts';

/** A webhook whose news this node sends: as the log has it, and what this node keeps of it. */
export type CurrentWebhook = Readonly<{ state: WebhookState; kept: KeptWebhook }>;

type Deps = Readable & Readonly<{ store: Pick<ServerStore, 'webhooks'> }>;

/** Whether this node has the secret that counts: of several nodes one alone sends. */
export const isSentFromHere = (state: WebhookState, kept: KeptWebhook | undefined): boolean =>
  kept !== undefined && kept.mark === state.secret && state.removedOn === null;

/** The webhooks whose secrets this node has, as the views know them; of those that were removed nothing is kept. */
export const currentWebhooks = (
  deps: Deps,
): TE.TaskEither<Failure, ReadonlyArray<CurrentWebhook>> =>
  pipe(
    deps.store.webhooks.list(),
    TE.chain((all) =>
      all.length === 0
        ? TE.right<Failure, ReadonlyArray<CurrentWebhook>>([])
        : pipe(
            TE.fromEither(loadWebhooks(deps)),
            TE.chainFirst((states) =>
              pipe(
                all.filter(({ webhook }) =>
                  states.some(({ id, removedOn }) => id === webhook && removedOn !== null),
                ),
                TE.traverseSeqArray(({ webhook }) =>
                  deps.store.webhooks.retire(webhook, deps.clock.now()),
                ),
              ),
            ),
            TE.map((states) =>
              states.flatMap((state) => {
                const kept = all.find(({ webhook }) => webhook === state.id);
                return kept !== undefined && isSentFromHere(state, kept) ? [{ state, kept }] : [];
              }),
            ),
          ),
    ),
  );
