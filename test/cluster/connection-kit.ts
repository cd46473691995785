import { createHash } from 'node:crypto';
import {
  type ClusterConnection,
  type ConnectionOptions,
  openConnection,
} from '@trackrecord/event-log';
import { EventId } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { onTestFinished } from 'vitest';

export const deadline_ms = 5_000;
export const patience_ms = 30_000;
/** So long a silence, and a subscription is begun anew. */
export const idle_ms = 20_000;

/** Deadlines and patience end when a test says so; waiting times between tries pass at once. */
export type TestTime = Readonly<{
  delay: NonNullable<ConnectionOptions['delay']>;
  startTimer: NonNullable<ConnectionOptions['startTimer']>;
  /** Resolves once a timer of so long a time runs. */
  awaited: (ms: number) => Promise<void>;
  /** The same, and then the time is over for all of them. */
  pass: (ms: number) => Promise<void>;
}>;

type Timer = Readonly<{ ms: number; fire: () => void }>;

export const testTime = (): TestTime => {
  const timers = new Set<Timer>();
  const waiting = new Set<() => void>();
  const running = (ms: number): ReadonlyArray<Timer> => [...timers].filter((one) => one.ms === ms);
  const awaited = async (ms: number): Promise<void> => {
    while (running(ms).length === 0) {
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
      });
    }
  };
  return {
    delay: () => new Promise((resolve) => void setImmediate(resolve)),
    startTimer: (ms, fire) => {
      const timer = { ms, fire };
      timers.add(timer);
      waiting.forEach((resolve) => {
        resolve();
      });
      waiting.clear();
      return () => {
        timers.delete(timer);
      };
    },
    awaited,
    pass: async (ms) => {
      await awaited(ms);
      running(ms).forEach((timer) => {
        timers.delete(timer);
        timer.fire();
      });
    },
  };
};

/** A connection that is closed when the test has finished. */
export const connected = async (
  options: Omit<ConnectionOptions, 'tenant'> & Partial<Pick<ConnectionOptions, 'tenant'>>,
): Promise<ClusterConnection> => {
  const opened = await openConnection({
    tenant: 't',
    deadline_ms,
    patience_ms,
    idle_ms,
    ...options,
  })();
  if (E.isLeft(opened)) throw new Error(opened.left.message);
  const connection = opened.right;
  onTestFinished(() => connection.close());
  return connection;
};

export const idOf = (name: string): EventId => {
  const hex = createHash('sha256').update(name).digest('hex');
  const decoded = EventId.decode(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
  );
  if (E.isLeft(decoded)) throw new Error(`${name} makes no id`);
  return decoded.right;
};

/** An event to append; the name makes its id. */
export const happened = (name: string) => ({
  id: idOf(name),
  type: 'Happened',
  text: JSON.stringify({ id: idOf(name), name }),
});

/** Why it is not there. */
export const messageOf = (
  outcome: E.Either<Readonly<{ _tag: string; message?: string }>, unknown>,
): string => (E.isLeft(outcome) ? (outcome.left.message ?? outcome.left._tag) : 'it is there');

export const stored = { _tag: 'Right', right: undefined };
export const wrongRevision = { _tag: 'Left', left: { _tag: 'WrongRevision' } };
