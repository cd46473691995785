import type { WebhookAnswer } from '@trackrecord/application';
import { administrationNavigation } from '../administration/administration-navigation.ts';
import type { PlanChoice } from '../administration/role-words.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { firstUp } from './delivery-words.ts';
import {
  type Fares,
  faresAs,
  faresInWords,
  kindsInWords,
  planInWords,
  webhookHref,
} from './webhook-words.ts';

export type WebhookShown = WebhookAnswer & Fares;

/** Every webhook, for administrators and for whoever oversees. */
export type Webhooks = Readonly<{
  webhooks: ReadonlyArray<WebhookShown>;
  plans: ReadonlyArray<PlanChoice>;
  /** Whether whoever looks may change anything. */
  mayChange: boolean;
}>;

export const webhooksPage = ({
  webhooks,
  plans,
  mayChange,
}: Webhooks): Readonly<{ title: string; content: string }> => ({
  title: 'Webhooks',
  content: renderTemplate('webhooks/webhooks.njk', {
    mayChange,
    navigation: administrationNavigation('webhooks'),
    webhooks: webhooks.map((webhook) => ({
      href: webhookHref(webhook.id),
      name: webhook.name,
      address: webhook.address,
      news: firstUp(kindsInWords(webhook.kinds)),
      plan: planInWords(plans, webhook.plan),
      state: faresAs(webhook),
      fares: faresInWords(webhook),
    })),
  }),
});
