import type { Decide } from '@trackrecord/kernel';
import type { OrdersOf, RefusalsOf } from '../command.ts';
import type { WebhookBody } from '../event/domain-event.ts';
import type { StreamState } from '../stream-state.ts';
import { webhookCommands } from '../webhook/webhook-commands.ts';
import { decideBy } from './decide-by.ts';

export { webhookCommands };

/** Every command on a webhook's stream. */
export type WebhookOrder = OrdersOf<typeof webhookCommands>;

export type WebhookRefusal = RefusalsOf<typeof webhookCommands>;

/** Decides any command on a webhook. */
export const decideWebhook: Decide<StreamState, WebhookOrder, WebhookRefusal, WebhookBody> =
  decideBy<WebhookOrder, WebhookRefusal, WebhookBody>(webhookCommands);
