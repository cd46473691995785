import { RegisterWebhook, registerWebhook } from './register-webhook.ts';
import { RemoveWebhook, removeWebhook } from './remove-webhook.ts';
import { RenewWebhookSecret, renewWebhookSecret } from './renew-webhook-secret.ts';

/** Every command on a webhook: what each asks, and how it is decided. None takes back what was said. */
export const webhookCommands = {
  RegisterWebhook: { asks: RegisterWebhook, decide: registerWebhook },
  RemoveWebhook: { asks: RemoveWebhook, decide: removeWebhook },
  RenewWebhookSecret: { asks: RenewWebhookSecret, decide: renewWebhookSecret },
};
