import type { PlanChoice } from '../administration/role-words.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { ukShortDate } from '../words/uk-date.ts';
import { ukInstant } from '../words/uk-instant.ts';
import {
  deliveryTag,
  type DeliveryShown,
  firstUp,
  typeInWords,
  whenInWords,
} from './delivery-words.ts';
import { faresAs, faresInWords, kindsInWords, planInWords, webhookHref } from './webhook-words.ts';
import type { WebhookShown } from './webhooks-page.ts';

/** One webhook with its deliveries. */
export type WebhookDetails = Readonly<{
  csrfToken: string;
  webhook: WebhookShown;
  plans: ReadonlyArray<PlanChoice>;
  deliveries: ReadonlyArray<DeliveryShown>;
  /** From below which delivery the next page goes on; `null` on the last. */
  below: number | null;
  mayChange: boolean;
  /** A secret that was just made: shown this once. */
  secret: string | undefined;
}>;

/** Where a delivery is looked at. */
export const deliveryHref = (webhook: string, delivery: number): string =>
  `${webhookHref(webhook)}/deliveries/${delivery}`;

const facts = (webhook: WebhookShown, plans: ReadonlyArray<PlanChoice>) => [
  { key: 'Address', text: webhook.address, classes: 'app-break' },
  { key: 'News', text: firstUp(kindsInWords(webhook.kinds)) },
  { key: 'Plan', text: planInWords(plans, webhook.plan) },
  { key: 'Words that people write', text: webhook.withText ? 'Sent along' : 'Not sent' },
  {
    key: 'Registered',
    text: `${ukShortDate(webhook.registeredOn)} by ${webhook.registeredBy.name}`,
  },
  ...(webhook.removedOn === null ? [] : [{ key: 'Removed', text: ukShortDate(webhook.removedOn) }]),
];

export const webhookPage = ({
  webhook,
  plans,
  deliveries,
  below,
  ...rest
}: WebhookDetails): Readonly<{ title: string; content: string }> => ({
  title: `Webhook ${webhook.name}`,
  content: renderTemplate('webhooks/webhook.njk', {
    ...rest,
    here: webhookHref(webhook.id),
    name: webhook.name,
    facts: facts(webhook, plans),
    state: faresAs(webhook),
    fares: faresInWords(webhook),
    isRemoved: webhook.removedOn !== null,
    isGone: webhook.goneAt !== null,
    sentFromHere: webhook.sentFromHere,
    trailHref: `/audit?${new URLSearchParams({ subject: `webhook ${webhook.name}` }).toString()}`,
    olderHref: below === null ? undefined : `${webhookHref(webhook.id)}?below=${below}`,
    deliveries: deliveries.map((delivery) => ({
      href: deliveryHref(webhook.id, delivery.number),
      again: `${deliveryHref(webhook.id, delivery.number)}/again`,
      what: typeInWords(delivery.type),
      about: delivery.about,
      made: ukInstant(delivery.madeAt),
      state: deliveryTag(delivery),
      when: whenInWords(delivery),
      canAgain: delivery.state !== 'waiting',
    })),
  }),
});
