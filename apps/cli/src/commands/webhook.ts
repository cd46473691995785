import { type AddCommand, example } from './command.ts';
import { addWebhookAdd } from './webhook-add.ts';
import { addWebhookDeliveries } from './webhook-deliveries.ts';
import { addWebhookList } from './webhook-list.ts';
import { addWebhookRemove } from './webhook-remove.ts';
import { addWebhookSecret } from './webhook-secret.ts';

/** Where news is sent to. */
export const addWebhook: AddCommand = (program, shell) => {
  const webhook = program
    .command('webhook')
    .helpCommand(false)
    .description('addresses that news is sent to, signed, and what was sent')
    .addHelpText('after', example('trackrecord webhook list'));
  [addWebhookList, addWebhookAdd, addWebhookRemove, addWebhookSecret, addWebhookDeliveries].forEach(
    (add) => {
      add(webhook, shell);
    },
  );
};
