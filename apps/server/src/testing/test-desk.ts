import type { Failure, Writable } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { Registry } from 'prom-client';
import { accessParts } from '../access/access-parts.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Desk } from '../desk.ts';
import { remindingParts } from '../reminders/reminding-parts.ts';
import { openServerStore } from '../store/open-server-store.ts';

const configuration: Configuration = {
  host: '127.0.0.1',
  port: 3000,
  publicUrl: new URL('http://localhost:3000'),
  trustedProxies: 0,
  session: { idle_h: 1, whole_h: 12 },
  sample: false,
  maxLag_seconds: 60,
  smtp: undefined,
  linkKey: undefined,
  logLevel: 'silent',
};

const opened = <A>(answer: E.Either<Failure, A>): A => {
  if (E.isRight(answer)) return answer.right;
  throw new Error(`unexpected: ${JSON.stringify(answer.left)}`);
};

/**
 * A desk for specifications of routes: over any log and views, with a server's own store in memory, without assets.
 * Nothing is written down of accesses and defects but what a specification takes over by `more`.
 */
export const testDesk = async (data: Writable, more: Partial<Desk> = {}): Promise<Desk> => {
  const store = opened(await openServerStore({ file: ':memory:', clock: data.clock })());
  return {
    ...data,
    ...accessParts({ ...data, store }),
    ...opened(await remindingParts(configuration, store, '.')()),
    // No message of a specification leaves.
    mailer: {
      kind: 'outbox',
      place: 'nowhere',
      send: () => () => Promise.resolve({ _tag: 'Sent' as const }),
    },
    ringForReminders: () => undefined,
    store,
    configuration,
    assets: new Map(),
    node: { readiness: () => ({ ready: true, state: {} }), metrics: new Registry() },
    tail: () => undefined,
    pause: () => Promise.resolve(),
    webhooks: { mayCall: () => TE.right(null), ring: () => undefined },
    stopping: new AbortController().signal,
    noteAccess: () => undefined,
    noteDefect: () => undefined,
    ...more,
  };
};
