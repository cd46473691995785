import { createHash } from 'node:crypto';
import {
  type ClusterConnection,
  type ConnectionOptions,
  openConnection,
} from '@trackrecord/event-log';
import { EventId } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { onTestFinished } from 'vitest';

/** One try may take so long, and all of them together. Nothing waits so long: tests say when it has passed. */
export const deadline_ms = 5_000;
export const patience_ms = 30_000;

/** Time that passes when a test says so; waiting times between tries pass at once. */
export type TestTime = Readonly<{
  delay: NonNullable<ConnectionOptions['delay']>;
  /** Resolves once somebody waits for the end of so long a time. */
  awaited: (ms: number) => Promise<void>;
  /** The same, and then it has come for all who do. */
  pass: (ms: number) => Promise<void>;
}>;

type Waiting = Readonly<{ ms: number; finish: () => void }>;

export const testTime = (): TestTime => {
  const waiting = new Set<Waiting>();
  const begun = new Set<(one: Waiting) => void>();
  const awaited = async (ms: number): Promise<void> => {
    if ([...waiting].some((one) => one.ms === ms)) return;
    await new Promise<void>((resolve) => {
      const tell = (one: Waiting): void => {
        if (one.ms !== ms) return;
        begun.delete(tell);
        resolve();
      };
      begun.add(tell);
    });
  };

  return {
    awaited,
    delay: (ms, signal) =>
      new Promise((resolve) => {
        const one = {
          ms,
          finish: () => {
            waiting.delete(one);
            signal.removeEventListener('abort', one.finish);
            resolve();
          },
        };
        if (signal.aborted) resolve();
        else if (ms < deadline_ms) setImmediate(resolve);
        else {
          waiting.add(one);
          signal.addEventListener('abort', one.finish, { once: true });
          begun.forEach((tell) => {
            tell(one);
          });
        }
      }),
    pass: async (ms) => {
      await awaited(ms);
      [...waiting]
        .filter((one) => one.ms === ms)
        .forEach(({ finish }) => {
          finish();
        });
    },
  };
};

/** A connection that is closed when the test has finished. */
export const connected = async (
  options: Omit<ConnectionOptions, 'tenant'> & Partial<Pick<ConnectionOptions, 'tenant'>>,
): Promise<ClusterConnection> => {
  const opened = await openConnection({ tenant: 't', deadline_ms, patience_ms, ...options })();
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
