/**
 * The web application and the API on NestJS: routes as data, the same questions and commands as the command line.
 * Started by `trackrecord serve`, which hands it an open log.
 */
export type { SampleAccount } from './access/access-parts.ts';
export { systemRandomness } from './access/randomness.ts';
export { newTokenSecret, tokenIn, tokenText } from './access/token-text.ts';
export { generatePassword, hashPassword, isPasswordOf, passwordFault } from './access/passwords.ts';
export type { Configuration } from './configuration/configuration.ts';
export { readConfiguration } from './configuration/read-configuration.ts';
export type { Node } from './operation/node.ts';
export { remindingParts } from './reminders/reminding-parts.ts';
export { serverLogger } from './operation/server-logger.ts';
export { routes } from './routes.ts';
export type { Route } from './http/route.ts';
export { type Parts, type Running, startServer } from './server.ts';
export { openServerStore, serverStoreFile } from './store/open-server-store.ts';
export type { ServerStore } from './store/server-store.ts';
export { forgetStale, secretMade } from './webhooks/own-secrets.ts';
export { placeNow } from './webhooks/place-now.ts';
export { mayCallBy, systemResolve } from './webhooks/resolve-host.ts';
export { type WebhookOverview, webhookOverviews } from './webhooks/webhook-overview.ts';
