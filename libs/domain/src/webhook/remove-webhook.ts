import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { WebhookBody } from '../event/domain-event.ts';
import type { NotRegistered, WebhookIsRemoved } from '../refusals.ts';
import { standingWebhook } from './webhook-guards.ts';
import { WebhookRemoved } from './webhook-removed.ts';

/** Removes a webhook for good: one that is to hear again is registered anew, with another secret. */
export const RemoveWebhook = defineCommand('RemoveWebhook', t.type({}));

export type RemoveWebhookRefusal = NotRegistered | WebhookIsRemoved;

export const removeWebhook: DecideOn<typeof RemoveWebhook, RemoveWebhookRefusal, WebhookBody> =
  (state) => () =>
    pipe(
      standingWebhook(state),
      E.orElse((refusal) =>
        refusal._tag === 'WebhookIsRemoved' && refusal.since === state.asOf
          ? E.right(null)
          : E.left(refusal),
      ),
      E.map(() => [WebhookRemoved.of({})]),
    );
