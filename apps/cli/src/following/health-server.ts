import { type Failure, storage } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Address } from './listen-address.ts';
import { isReady, type NodeState } from './node-state.ts';
import { nodeMetrics } from './node-metrics.ts';

/** How the node stands, and how far behind it may be. */
export type Answering = Readonly<{ stateNow: () => NodeState; maxLag_seconds: number }>;

type Answer = Readonly<{ code: number; type: string; body: string }>;

const json = (code: number, value: unknown): Answer => ({
  code,
  type: 'application/json; charset=utf-8',
  body: `${JSON.stringify(value)}\n`,
});

type Routes = Readonly<Record<string, () => Promise<Answer>>>;

const routesOf = ({ stateNow, maxLag_seconds }: Answering): Routes => {
  const metrics = nodeMetrics(stateNow);
  return {
    '/health/live': () => Promise.resolve(json(200, { status: 'live' })),
    '/health/ready': () => {
      const state = stateNow();
      const ready = isReady(state, maxLag_seconds);
      return Promise.resolve(
        json(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', ...state }),
      );
    },
    '/metrics': async () => ({
      code: 200,
      type: metrics.contentType,
      body: await metrics.metrics(),
    }),
  };
};

const send = (response: ServerResponse, { code, type, body }: Answer): void => {
  response.writeHead(code, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
};

const serverOf = (routes: Routes): Server =>
  createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*$/su, '');
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route === undefined) send(response, json(404, { status: 'there is no such page' }));
    else if (request.method !== 'GET') {
      response.setHeader('allow', 'GET');
      send(response, json(405, { status: 'only GET is answered' }));
    } else {
      void route()
        .catch(() => json(500, { status: 'this should not have happened' }))
        .then((answer) => {
          send(response, answer);
        });
    }
  });

/** A server that listens: where, and how to end it. */
export type Listening = Readonly<{ url: string; close: () => Promise<void> }>;

const closing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });

const urlOf = (server: Server, host: string): string => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
};

/** Listens at an address and tells how the node stands: whether it works, whether it may be asked, its figures. */
export const listen =
  ({ host, port }: Address, answering: Answering): TE.TaskEither<Failure, Listening> =>
  () =>
    new Promise((resolve) => {
      const server = serverOf(routesOf(answering));
      server.once('error', (error) => {
        const message = `--listen: nothing can listen at ${host}:${port}: ${error.message}`;
        resolve(E.left(storage({ _tag: 'Unavailable', message })));
      });
      server.listen({ host, port }, () => {
        resolve(E.right({ url: urlOf(server, host), close: () => closing(server) }));
      });
    });
