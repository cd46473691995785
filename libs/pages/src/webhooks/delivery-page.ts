import { renderTemplate } from '../frame/render-template.ts';
import { ukInstant } from '../words/uk-instant.ts';
import {
  attemptInWords,
  type AttemptShown,
  deliveryTag,
  type DeliveryShown,
  typeInWords,
  whenInWords,
} from './delivery-words.ts';
import { deliveryHref } from './webhook-page.ts';

/** One delivery with every try of it. */
export type DeliveryDetails = Readonly<{
  csrfToken: string;
  webhook: Readonly<{ id: string; name: string }>;
  delivery: DeliveryShown;
  attempts: ReadonlyArray<AttemptShown>;
  /** Whether whoever looks may have it sent again, and it can be. */
  canAgain: boolean;
}>;

/** JSON as a person reads it; what is none stays as it is. */
const readable = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};

export const deliveryPage = ({
  webhook,
  delivery,
  attempts,
  ...rest
}: DeliveryDetails): Readonly<{ title: string; content: string }> => ({
  title: `Delivery ${delivery.number} to ${webhook.name}`,
  content: renderTemplate('webhooks/delivery.njk', {
    ...rest,
    title: `${typeInWords(delivery.type)}: ${delivery.about}`,
    to: webhook.name,
    again: `${deliveryHref(webhook.id, delivery.number)}/again`,
    state: deliveryTag(delivery),
    when: whenInWords(delivery),
    facts: [
      { key: 'Id', text: delivery.news, classes: 'app-break' },
      { key: 'Made', text: ukInstant(delivery.madeAt) },
    ],
    body: readable(delivery.body),
    attempts: attempts.map((attempt) => ({
      at: ukInstant(attempt.at),
      words: attemptInWords(attempt),
      answer: attempt.answer ?? '',
    })),
  }),
});
