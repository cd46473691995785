import type { Failure } from '@trackrecord/application';
import { deliveryPage, webhookHref, webhookPage, webhooksPage } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { csrfTokenFor } from '../../access/csrf.ts';
import { canOn } from '../../access/may-ask.ts';
import { planChoices } from '../../access/pages/plan-choices.ts';
import { signedIn } from '../../access/signed-in.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import { page } from '../../pages/page-reply.ts';
import { namedDelivery, namedWebhook } from '../named-webhook.ts';
import { webhookOverviews } from '../webhook-overview.ts';

type Answer = TE.TaskEither<Failure, Reply>;

export const listHref = '/administration/webhooks';

/** Under which name a secret that was just made waits to be shown. */
export const madeSecret = (webhook: string): string => `webhook ${webhook}`;

const deliveriesShown = 50;

const mayChange = ({ visitor }: Exchange): boolean => canOn(visitor, 'administer', null);

const dataAt = (path: string) => [{ text: 'JSON', href: `/api/v1${path}` }];

export const shownWebhooks =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      webhookOverviews(desk),
      TE.bindTo('webhooks'),
      TE.bind('plans', () => planChoices(desk)),
      TE.map((shown) =>
        page({
          ...webhooksPage({ ...shown, mayChange: mayChange(exchange) }),
          section: 'administration',
          dataLinks: dataAt('/webhooks'),
        }),
      ),
    );

const belowIn = ({ query }: Exchange): number | undefined => {
  const text = query.one('below') ?? '';
  return /^[1-9]\d{0,14}$/u.test(text) ? Number(text) : undefined;
};

export const shownWebhook =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      TE.Do,
      TE.bind('who', () => TE.fromEither(signedIn(exchange))),
      TE.bind('webhook', () => namedWebhook(desk, exchange.params)),
      TE.bind('plans', () => planChoices(desk)),
      TE.bind('found', ({ webhook }) =>
        desk.store.webhooks.listDeliveries(webhook.id, deliveriesShown + 1, belowIn(exchange)),
      ),
      TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
      TE.map(({ who, webhook, plans, found, csrfToken }): Reply => {
        const deliveries = found.slice(0, deliveriesShown);
        const { title, content } = webhookPage({
          csrfToken: csrfToken ?? '',
          webhook,
          plans,
          deliveries,
          below: found.length > deliveriesShown ? (deliveries.at(-1)?.number ?? null) : null,
          mayChange: mayChange(exchange),
          secret: desk.shownOnce.take(who.session, madeSecret(webhook.id)),
        });
        return {
          ...page({
            title,
            content,
            section: 'administration',
            breadcrumbs: [{ text: 'Webhooks', href: listHref }],
            dataLinks: dataAt(`/webhooks/${webhook.id}/deliveries`),
          }),
          headers: { 'cache-control': 'no-store' },
        };
      }),
    );

export const shownDelivery =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      namedWebhook(desk, exchange.params),
      TE.bindTo('webhook'),
      TE.bind('delivery', () => namedDelivery(desk, exchange.params)),
      TE.bind('attempts', ({ delivery }) => desk.store.webhooks.listAttempts(delivery.number)),
      TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
      TE.map(({ webhook, delivery, attempts, csrfToken }) => {
        const { sentFromHere, goneAt, removedOn } = webhook;
        const canAgain = sentFromHere && goneAt === null && removedOn === null;
        return page({
          ...deliveryPage({
            csrfToken: csrfToken ?? '',
            webhook,
            delivery,
            attempts,
            canAgain: mayChange(exchange) && canAgain && delivery.state !== 'waiting',
          }),
          section: 'administration',
          breadcrumbs: [
            { text: 'Webhooks', href: listHref },
            { text: webhook.name, href: webhookHref(webhook.id) },
          ],
          dataLinks: dataAt(`/webhooks/${webhook.id}/deliveries/${delivery.number}`),
        });
      }),
    );
