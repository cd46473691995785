import type { DatabaseSync } from 'node:sqlite';
import type { Identified } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { unavailable } from '../../sqlite/sqlite-failure.ts';
import { inTransaction } from '../../sqlite/transaction.ts';
import type { ClusterEvent, ClusterPosition } from '../cluster-event.ts';
import type { FollowFault, Replica, Taken } from '../replica.ts';
import { type EventTaker, type TakerParts, eventTaker } from './event-taker.ts';
import { isAfter } from './follow-faults.ts';
import { followState } from './follow-state.ts';

type Parts<A extends Identified> = TakerParts<A> & Readonly<{ db: DatabaseSync; file: string }>;

const takeEach = (
  taker: EventTaker,
  events: ReadonlyArray<ClusterEvent>,
): E.Either<FollowFault, Taken> => {
  const taken = { added: 0, skipped: 0, redelivered: 0 };
  for (const event of events) {
    const outcome = taker.take(event);
    if (typeof outcome !== 'string') return E.left(outcome);
    taken[outcome] += 1;
  }
  return E.right(taken);
};

/** The writing half of a copy: what is told goes in event by event, a batch in one transaction. */
export const batchTaker = <A extends Identified>(
  parts: Parts<A>,
): Pick<Replica, 'take' | 'checkpoint' | 'fault'> => {
  const { db, file, writer, memory } = parts;
  const state = followState(db);
  const taker = eventTaker(parts, state.position());
  let givenUp = state.fault();

  /** Within a transaction. */
  const takeAll = (
    events: ReadonlyArray<ClusterEvent>,
    checkpoint: ClusterPosition,
  ): E.Either<FollowFault, Taken> => {
    const before = taker.position();
    const taken = takeEach(taker, events);
    if (E.isRight(taken) && isAfter(checkpoint, taker.position())) taker.moveTo(checkpoint);
    const after = taker.position();
    if (after !== undefined && after !== before) state.moveTo(after);
    if (E.isLeft(taken) && !taken.left.isSound) state.giveUp(taken.left);
    return taken;
  };

  return {
    checkpoint: taker.position,
    fault: () => givenUp,
    take: (events, checkpoint) => {
      if (givenUp !== undefined) return E.left(givenUp);
      const before = { mark: writer.mark(), position: taker.position() };
      try {
        const taken = inTransaction(db, () => takeAll(events, checkpoint));
        if (E.isLeft(taken) && !taken.left.isSound) givenUp = taken.left;
        return taken;
      } catch (thrown) {
        writer.takenBack(before.mark);
        memory.forget();
        taker.moveTo(before.position);
        return E.left(unavailable('write to', file)(thrown));
      }
    },
  };
};
