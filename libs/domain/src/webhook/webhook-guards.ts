import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { isThere } from '../guards.ts';
import type { NotRegistered, WebhookIsRemoved } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
import { webhook, webhookRemoved } from './fields.ts';

/** A webhook that must be there, and not removed. */
export const standingWebhook = ({
  cut,
}: StreamState): E.Either<NotRegistered | WebhookIsRemoved, null> => {
  if (!isThere(cut, webhook)) return E.left({ _tag: 'NotRegistered', what: 'webhook' });
  const since = O.toUndefined(webhookRemoved.since(cut, webhook));
  return since === undefined ? E.right(null) : E.left({ _tag: 'WebhookIsRemoved', since });
};
