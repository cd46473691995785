import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Ref } from '../words.ts';
import { webhook, webhookSecret } from './fields.ts';

export const WebhookSecretRenewed = defineEvent({
  type: 'WebhookSecretRenewed',
  summary:
    'A webhook’s news is signed with another secret from now on. Nothing of the secret is in it; `secret` only tells one from the next, so that the one node that has it sends the news.',
  data: t.type({ secret: Ref }),
  says: ({ secret }) => [webhookSecret.says(webhook, secret)],
  example: { secret: 's-4f0c9a52-1d3e' },
});
