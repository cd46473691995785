import { type Failure, missing } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../desk.ts';
import type { Delivery } from '../store/webhook-store.ts';
import { type WebhookOverview, webhookOverviews } from './webhook-overview.ts';

type Named = Readonly<Record<string, string>>;

/** The webhook that an address names. */
export const namedWebhook = (desk: Desk, params: Named): TE.TaskEither<Failure, WebhookOverview> =>
  pipe(
    webhookOverviews(desk),
    TE.chainEitherK((all) =>
      E.fromNullable(missing('There is no such webhook. The list of webhooks shows all of them.'))(
        all.find(({ id }) => id === params['webhook']),
      ),
    ),
  );

/** The delivery that an address names, of the webhook that it names. */
export const namedDelivery = (desk: Desk, params: Named): TE.TaskEither<Failure, Delivery> => {
  const text = params['delivery'] ?? '';
  const nothing = missing(
    'There is no such delivery at this server. Deliveries are on record for 60 days after they ended.',
  );
  if (!/^[1-9]\d{0,14}$/u.test(text)) return TE.left(nothing);
  return pipe(
    desk.store.webhooks.lookupDelivery(Number(text)),
    TE.chainEitherK((found) =>
      found === undefined || found.webhook !== params['webhook'] ? E.left(nothing) : E.right(found),
    ),
  );
};
