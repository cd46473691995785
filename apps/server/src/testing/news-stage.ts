import type { Pause, Said, Tail, Writable } from '@trackrecord/application';
import { PartyId, PlanId, type WebhookId } from '@trackrecord/domain';
import { Instant, LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type * as t from 'io-ts';
import { openServerStore } from '../store/open-server-store.ts';
import type { ServerStore } from '../store/server-store.ts';
import { later } from '../time/instants.ts';
import { type NewsWorker, newsWorker } from '../webhooks/news-worker.ts';
import { registerHere, type WithSecret } from '../webhooks/own-secrets.ts';
import type { ResolveHost } from '../webhooks/resolve-host.ts';

type Data = Writable & Readonly<{ tail: Tail }>;

/** Of a delivery its state, and of each try of it what stood in its way, or what came of it. */
type Told = readonly [state: string, tries: ReadonlyArray<string | null>];

/** A stage on which news is sent: a clock that is moved by hand, and time that runs out when it is told to. */
export type NewsStage = Readonly<{
  data: Data;
  store: ServerStore;
  said: Said;
  register: (
    address: string,
    kinds?: ReadonlyArray<string>,
    more?: Readonly<{ withText?: boolean; plan?: string }>,
  ) => Promise<WithSecret>;
  /** A worker of this stage, as a server that was started; `stop` ends it. */
  worker: (resolve?: ResolveHost) => NewsWorker & Readonly<{ stop: () => void }>;
  /** So many ms go by on the clock. */
  pass: (ms: number) => void;
  /** Whatever is waited for by time is over now. */
  timeUp: () => void;
  troubles: ReadonlyArray<unknown>;
  attemptsOf: (webhook: WebhookId) => Promise<ReadonlyArray<Told>>;
}>;

const due = <A>(answer: E.Either<unknown, A>): A => {
  if (E.isRight(answer)) return answer.right;
  throw new Error(`unexpected: ${JSON.stringify(answer.left)}`);
};

const as =
  <A>(codec: t.Type<A, unknown>) =>
  (value: string): A =>
    due(codec.decode(value));

const toItself: ResolveHost = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);

/** No chance, and secrets of zeros. */
const noRandomness = (count: number) => new Uint8Array(count);

/** Pauses that end when they are told to, or when their signal is aborted. */
const pausesByHand = (): Readonly<{ pause: Pause; timeUp: () => void }> => {
  const waiting = new Set<() => void>();
  return {
    pause: (_length, signal) =>
      new Promise((resolve) => {
        const end = (): void => {
          waiting.delete(end);
          resolve();
        };
        waiting.add(end);
        signal.addEventListener('abort', end);
      }),
    timeUp: () => {
      [...waiting].forEach((end) => {
        end();
      });
    },
  };
};

const attemptsIn =
  ({ webhooks }: ServerStore): NewsStage['attemptsOf'] =>
  async (webhook) => {
    const deliveries = due(await webhooks.listDeliveries(webhook, 100)());
    return Promise.all(
      deliveries.toReversed().map(async ({ number, state }): Promise<Told> => {
        const tries = due(await webhooks.listAttempts(number)());
        return [state, tries.map(({ result, error }) => error ?? result)];
      }),
    );
  };

const registeringOn =
  (deps: Data, store: ServerStore, said: Said): NewsStage['register'] =>
  async (address, kinds = ['rating.changed'], { withText = false, plan } = {}) => {
    const registering = { ...deps, store, random: noRandomness, mayCall: () => TE.right(null) };
    const of = plan === undefined ? undefined : as(PlanId)(plan);
    const webhook = { name: 'Case system', address, kinds, withText, plan: of };
    return due(await registerHere(registering)(webhook, said)());
  };

/** @param given a plan that is lived in; Rhoda Keeper (p-keeper) registers what is registered, on 30 June 2026 */
export const newsStage = async (given: Data): Promise<NewsStage> => {
  const time = { now: as(Instant)('2026-06-30T09:00:00.000Z') };
  const data = { ...given, clock: { ...given.clock, now: () => time.now } };
  const store = due(await openServerStore({ file: ':memory:', clock: data.clock })());
  const said: Said = {
    by: as(PartyId)('p-keeper'),
    effectiveOn: as(LocalDate)('2026-06-30'),
    channel: 'web',
    verified: true,
  };
  const { pause, timeUp } = pausesByHand();
  const troubles: Array<unknown> = [];
  return {
    data,
    store,
    said,
    troubles,
    timeUp,
    register: registeringOn(data, store, said),
    worker: (resolve = toItself) => {
      const stopping = new AbortController();
      const publicUrl = new URL('https://plans.example/');
      const random = noRandomness;
      const noteTrouble = (failure: unknown): void => {
        troubles.push(failure);
      };
      const { signal } = stopping;
      const others = {
        store,
        random,
        resolve,
        publicUrl,
        pause,
        noteTrouble,
        noteDefect: noteTrouble,
      };
      return {
        ...newsWorker({ ...data, ...others, stopping: signal }),
        stop: () => {
          stopping.abort();
        },
      };
    },
    pass: (ms) => {
      time.now = later(time.now, ms);
    },
    attemptsOf: attemptsIn(store),
  };
};
