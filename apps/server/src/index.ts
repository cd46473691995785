/**
 * The web application and the API on NestJS: routes as data, the same questions and commands as the command line.
 * Started by `trackrecord serve`, which hands it an open log.
 */
export type { Configuration } from './configuration/configuration.ts';
export type { Node } from './operation/node.ts';
export { routes } from './routes.ts';
export type { Route } from './http/route.ts';
export { type Parts, type Running, startServer } from './server.ts';
export type { ServerStore } from './store/server-store.ts';
