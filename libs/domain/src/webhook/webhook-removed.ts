import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { webhook, webhookRemoved } from './fields.ts';

export const WebhookRemoved = defineEvent({
  type: 'WebhookRemoved',
  summary: 'A webhook was removed: no news is sent to its address any more.',
  data: t.type({}),
  says: () => [webhookRemoved.says(webhook, true)],
  example: {},
});
