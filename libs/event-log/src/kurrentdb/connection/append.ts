import { WrongExpectedVersionError } from '@eventstore/db-client';
import * as E from 'fp-ts/lib/Either.js';
import type { ClusterAppend, ClusterAppendError } from '../connection.ts';
import type { ClockCheck } from './check-clocks.ts';
import type { ClusterClient } from './cluster-client.ts';
import type { Failure } from './failure.ts';
import { givenUp } from './given-up.ts';
import type { Timing } from './options.ts';
import { persist } from './persist.ts';
import { readEvents } from './read-events.ts';
import { type Session, within } from './session.ts';
import type { Sessions } from './sessions.ts';

type Parts = Readonly<{
  sessions: Sessions;
  timing: Timing;
  checkClocks: ClockCheck;
}>;

/** Whether the server stored it; `conflict` where the stream is not at the expected revision. */
const send = (client: ClusterClient, append: ClusterAppend): Promise<'stored' | 'conflict'> =>
  client.append(append).then(
    () => 'stored',
    (thrown: unknown) => {
      if (thrown instanceof WrongExpectedVersionError) return 'conflict';
      throw thrown;
    },
  );

/** Whether these very events follow the expected revision: then an earlier try, of whatever process, has stored them. */
const isThere = async (
  session: Session,
  timing: Timing,
  { stream, expected, events }: ClusterAppend,
): Promise<E.Either<Failure, boolean>> => {
  const from = (expected ?? -1n) + 1n;
  const found = await readEvents(session, timing, stream, from, events.length);
  return E.map((stored: ReadonlyArray<Readonly<{ id: string; revision: bigint }>>) =>
    events.every(({ id }, index) => {
      const there = stored[index];
      return (
        there?.revision === from + BigInt(index) && there.id.toLowerCase() === id.toLowerCase()
      );
    }),
  )(found);
};

/**
 * Stores events, trying the same again as long as the outcome is not known: same ids, same expected revision. The
 * server knows such a repetition; where it does not (others have written since), the events are looked for.
 */
export const appendWith =
  ({ sessions, timing, checkClocks }: Parts) =>
  async (append: ClusterAppend): Promise<E.Either<ClusterAppendError, void>> => {
    if (append.events.length === 0) return E.right(undefined);
    const sent = { inVain: false };

    const attempt = async (session: Session): Promise<E.Either<Failure, boolean>> => {
      const checked = checkClocks(session);
      const clocks = checked instanceof Promise ? await checked : checked;
      if (E.isLeft(clocks)) return clocks;
      const outcome = await session.gate(() =>
        within(session, timing, (client) => send(client, append)),
      );
      if (E.isRight(outcome)) {
        return outcome.right === 'stored' ? E.right(true) : isThere(session, timing, append);
      }
      // What the server refuses for good it has not stored; of anything else nobody knows.
      if (!outcome.left.lasting || outcome.left.lost) sent.inVain = true;
      return outcome;
    };

    const outcome = await persist(sessions, timing, attempt);
    if (E.isLeft(outcome)) {
      const afterwards = sent.inVain
        ? 'it may be stored all the same: repeat it, it is stored once at most'
        : 'nothing was stored';
      return E.left(givenUp(`append to ${append.stream}`, outcome.left, afterwards));
    }
    return outcome.right ? E.right(undefined) : E.left({ _tag: 'WrongRevision' });
  };
