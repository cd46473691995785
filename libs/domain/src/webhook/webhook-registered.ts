import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { WebhookAddress, WebhookName } from '../words.ts';
import {
  WantedNews,
  webhook,
  webhookAddress,
  webhookExists,
  webhookName,
  webhookNews,
} from './fields.ts';

export const WebhookRegistered = defineEvent({
  type: 'WebhookRegistered',
  summary:
    'News was asked to be sent to an address: of which kinds, of one plan or of every plan, with the words that people write or without. Nothing of the secret that it is signed with is in it.',
  data: t.type({ name: WebhookName, address: WebhookAddress, news: WantedNews }),
  says: ({ name, address, news }) => [
    webhookExists.says(webhook, true),
    webhookName.says(webhook, name),
    webhookAddress.says(webhook, address),
    webhookNews.says(webhook, news),
  ],
  example: {
    name: 'Case system',
    address: 'https://cases.harbour.example/trackrecord',
    news: { kinds: ['update.owed', 'rating.changed'], withText: false, plan: 'harbour' },
  },
});
