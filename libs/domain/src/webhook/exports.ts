// What the domain's index gives of webhooks.
export * from './fields.ts';
export { RegisterWebhook } from './register-webhook.ts';
export { RemoveWebhook } from './remove-webhook.ts';
export { RenewWebhookSecret } from './renew-webhook-secret.ts';
export { WebhookRegistered } from './webhook-registered.ts';
export { WebhookRemoved } from './webhook-removed.ts';
export { WebhookSecretRenewed } from './webhook-secret-renewed.ts';
