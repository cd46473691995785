import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { WebhookBody } from '../event/domain-event.ts';
import type { NotRegistered, WebhookIsRemoved } from '../refusals.ts';
import { Ref } from '../words.ts';
import { standingWebhook } from './webhook-guards.ts';
import { WebhookSecretRenewed } from './webhook-secret-renewed.ts';

/** Says that a webhook has another secret; the secret itself is kept elsewhere, where it can be forgotten. */
export const RenewWebhookSecret = defineCommand('RenewWebhookSecret', t.type({ secret: Ref }));

export type RenewWebhookSecretRefusal = NotRegistered | WebhookIsRemoved;

export const renewWebhookSecret: DecideOn<
  typeof RenewWebhookSecret,
  RenewWebhookSecretRefusal,
  WebhookBody
> = (state) => (asked) =>
  pipe(
    standingWebhook(state),
    E.map(() => [WebhookSecretRenewed.of(asked)]),
  );
