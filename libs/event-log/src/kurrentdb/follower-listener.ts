import { setImmediate as nextTurn } from 'node:timers/promises';
import * as E from 'fp-ts/lib/Either.js';
import { type WakeUp, makeWakeUp } from '../wake-up.ts';
import type { ClusterPosition } from './cluster-event.ts';
import type { FollowerCondition } from './follower-condition.ts';
import { intakeOf } from './follower-intake.ts';
import type { LagAccount } from './follower-lag.ts';
import type { Listener } from './follower-loop.ts';
import type { Replica } from './replica.ts';

/** What was heard so far. */
export type Heard = Readonly<{
  /** How far the cluster has told everything. */
  reached: () => ClusterPosition | undefined;
  /** The number of the last subscription that was begun; 0 before the first. */
  begun: () => number;
  /** The number of the last subscription that has told all that was stored when it began; 0 for none. */
  caughtUp: () => number;
  /** Tells when any of these has changed, or there is no more to hear. */
  changed: WakeUp;
  /** Writes down how far. */
  save: () => void;
}>;

type Parts = Readonly<{ replica: Replica; condition: FollowerCondition; lag: LagAccount }>;

/** Takes what a follower is told into the copy, and keeps account of where it stands. */
export const followerListener = ({ replica, condition, lag }: Parts): Listener & Heard => {
  const intake = intakeOf(replica, lag.received);
  const changed = makeWakeUp();
  let begun = 0;
  let caughtUp = 0;

  const isLive = (): boolean => condition.state() === 'live';

  /** The cluster has told something: if there was a problem, it is over. */
  const backAgain = (): void => {
    if (!isLive()) condition.become('behind');
  };

  const hear: Listener['hear'] = async (told) => {
    switch (told._tag) {
      case 'Events': {
        const taken = await intake.events(told.events);
        if (isLive()) replica.tidy();
        if (E.isRight(taken)) backAgain();
        lag.note();
        condition.moved.notify();
        return taken;
      }
      case 'Checkpoint':
        backAgain();
        return intake.nothingUpTo(told.position);
      case 'CaughtUp':
        caughtUp = begun;
        condition.become('live');
        return intake.save();
    }
  };

  return {
    begins: (number) => {
      begun = number;
    },
    hear: async (told) => {
      const heard = await hear(told);
      changed.notify();
      if (told._tag === 'CaughtUp') {
        // Whoever has waited for this goes first.
        await nextTurn();
        replica.tidy();
      }
      return heard;
    },
    failed: (what, message) => {
      lag.note();
      condition.become(what === 'cluster' ? 'away' : 'behind', message);
    },
    gaveUp: ({ message }) => {
      lag.note();
      condition.become('stopped', message);
      changed.notify();
    },
    reached: intake.reached,
    begun: () => begun,
    caughtUp: () => caughtUp,
    changed,
    save: () => {
      if (condition.state() !== 'stopped') intake.save();
    },
  };
};
