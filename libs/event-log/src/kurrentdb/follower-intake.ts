import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type { ClusterEvent, ClusterPosition } from './cluster-event.ts';
import type { FollowFault, Replica } from './replica.ts';
import { isAfter } from './replica/follow-faults.ts';

type Outcome = E.Either<StorageError | FollowFault, void>;

/** What a subscription tells, on its way into the copy. */
export type Intake = Readonly<{
  /** How far the cluster has told everything; the copy’s own checkpoint may be a little before. */
  reached: () => ClusterPosition | undefined;
  events: (events: ReadonlyArray<ClusterEvent>) => Promise<Outcome>;
  /** There was nothing of ours up to here. */
  nothingUpTo: (position: ClusterPosition) => Outcome;
  /** Writes down how far. */
  save: () => Outcome;
}>;

/** So many are taken in at once, about 10 ms of work, so that a server keeps answering while it catches up. */
const sliceLength = 1000;

/** So many checkpoints in a row are not written down: what lies between is read again after a crash. */
const unsavedCheckpoints = 64;

const slices = (events: ReadonlyArray<ClusterEvent>): ReadonlyArray<ReadonlyArray<ClusterEvent>> =>
  Array.from({ length: Math.ceil(events.length / sliceLength) }, (_, n) =>
    events.slice(n * sliceLength, (n + 1) * sliceLength),
  );

/** @param waiting told how many events were received and are not in the copy yet */
export const intakeOf = (
  replica: Pick<Replica, 'checkpoint' | 'take'>,
  waiting: (count: number) => void,
): Intake => {
  let told = replica.checkpoint();
  let unsaved = 0;
  let sinceTurn = 0;

  const reached = (): ClusterPosition | undefined => {
    const saved = replica.checkpoint();
    return told !== undefined && isAfter(told, saved) ? told : saved;
  };

  const take = (events: ReadonlyArray<ClusterEvent>, position: ClusterPosition): Outcome => {
    const taken = replica.take(events, position);
    if (E.isLeft(taken)) return taken;
    unsaved = 0;
    return E.right(undefined);
  };

  const save = (): Outcome =>
    told !== undefined && isAfter(told, replica.checkpoint()) ? take([], told) : E.right(undefined);

  const takeSlice = async (slice: ReadonlyArray<ClusterEvent>): Promise<Outcome> => {
    const last = slice.at(-1);
    const taken = last === undefined ? E.right(undefined) : take(slice, last.position);
    sinceTurn += slice.length;
    if (sinceTurn >= sliceLength) {
      sinceTurn = 0;
      await nextTurn();
    }
    return taken;
  };

  return {
    reached,
    events: async (events) => {
      const [first] = events;
      // An event from where there was said to be none: the copy, which judges it, has to know.
      const isLate = first !== undefined && !isAfter(first.position, told);
      const saved = isLate ? save() : E.right(undefined);
      if (E.isLeft(saved)) return saved;
      let left = events.length;
      for (const slice of slices(events)) {
        waiting(left);
        const taken = await takeSlice(slice);
        if (E.isLeft(taken)) return taken;
        left -= slice.length;
      }
      waiting(0);
      return E.right(undefined);
    },
    nothingUpTo: (position) => {
      told = position;
      unsaved += 1;
      return unsaved > unsavedCheckpoints ? save() : E.right(undefined);
    },
    save,
  };
};
