import * as E from 'fp-ts/lib/Either.js';
import { type DecideOn, defineCommand } from '../command.ts';
import type { WebhookBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { AlreadyRegistered } from '../refusals.ts';
import { NewsKind, webhook } from './fields.ts';
import { WebhookRegistered } from './webhook-registered.ts';

/** Has news sent to an address; that the address may be called is for who carries it out. */
export const RegisterWebhook = defineCommand('RegisterWebhook', WebhookRegistered.data);

export type RegisterWebhookRefusal = AlreadyRegistered;

/** Kinds each once and in one order, however they were asked for. */
const inOrder = (kinds: ReadonlyArray<NewsKind>): ReadonlyArray<NewsKind> =>
  Object.keys(NewsKind.keys)
    .filter(NewsKind.is)
    .filter((kind) => kinds.includes(kind));

export const registerWebhook: DecideOn<
  typeof RegisterWebhook,
  RegisterWebhookRefusal,
  WebhookBody
> =
  ({ cut }) =>
  ({ news, ...asked }) =>
    isThere(cut, webhook)
      ? E.left({ _tag: 'AlreadyRegistered', what: 'a webhook under this id' })
      : E.right([
          WebhookRegistered.of({ ...asked, news: { ...news, kinds: inOrder(news.kinds) } }),
        ]);
