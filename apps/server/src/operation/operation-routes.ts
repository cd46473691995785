import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Reply } from '../http/reply.ts';
import type { Route } from '../http/route.ts';

const uncached = { 'cache-control': 'no-store' };

const machines = { method: 'GET', audience: 'machines', may: 'anyone' } as const;

/** What whoever runs the server asks it: whether it lives, whether it may be asked, its figures. */
export const operationRoutes: ReadonlyArray<Route> = [
  {
    ...machines,
    path: '/health/live',
    answer: () => () =>
      TE.right<never, Reply>({
        _tag: 'Json',
        status: 200,
        value: { status: 'live' },
        headers: uncached,
      }),
  },
  {
    ...machines,
    path: '/health/ready',
    answer:
      ({ node }) =>
      () => {
        const { ready, state } = node.readiness();
        return TE.right<never, Reply>({
          _tag: 'Json',
          status: ready ? 200 : 503,
          value: { status: ready ? 'ready' : 'not ready', ...state },
          headers: uncached,
        });
      },
  },
  {
    ...machines,
    path: '/metrics',
    answer:
      ({ node: { metrics } }) =>
      () =>
        TE.fromTask<Reply, never>(async () => ({
          _tag: 'Body',
          status: 200,
          type: metrics.contentType,
          body: await metrics.metrics(),
          headers: uncached,
        })),
  },
];
