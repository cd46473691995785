import {
  type WantedNews,
  webhook,
  type WebhookAddress,
  webhookAddress,
  webhookExists,
  type WebhookId,
  type WebhookName,
  webhookName,
  webhookNews,
  webhookRemoved,
  webhookSecret,
} from '@trackrecord/domain';
import type { LocalDate, Ordinal, Values } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';

/** A webhook, as its own stream holds it. */
export type WebhookState = Readonly<{
  id: WebhookId;
  name: WebhookName;
  address: WebhookAddress;
  news: WantedNews;
  /** Which secret counts: a mark that tells one from the next; the first has the webhook's own id. */
  secret: string;
  /** Since when nothing is sent any more; `null` while it is. */
  removedOn: LocalDate | null;
  /** Where in the log it was registered: what came before is no news to it. */
  registeredAt: Ordinal;
}>;

/** Reads a webhook from a cut through its stream; `none` where there is none. */
export const webhookStateOf = (id: WebhookId, cut: Values): O.Option<WebhookState> =>
  pipe(
    O.Do,
    O.chainFirst(() => webhookExists.of(cut, webhook)),
    O.bind('registeredAt', () =>
      O.fromNullable(cut.get(webhook)?.get(webhookExists.name)?.ordinal),
    ),
    O.bind('name', () => webhookName.of(cut, webhook)),
    O.bind('address', () => webhookAddress.of(cut, webhook)),
    O.bind('news', () => webhookNews.of(cut, webhook)),
    O.map((said) => ({
      id,
      ...said,
      secret: pipe(
        webhookSecret.of(cut, webhook),
        O.getOrElse((): string => id),
      ),
      removedOn: O.isSome(webhookRemoved.of(cut, webhook))
        ? O.toNullable(webhookRemoved.since(cut, webhook))
        : null,
    })),
  );
