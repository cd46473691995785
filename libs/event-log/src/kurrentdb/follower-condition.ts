import { type WakeUp, makeWakeUp } from '../wake-up.ts';
import type { FollowerStatus } from './follower-status.ts';

export type Condition = Exclude<FollowerStatus['state'], 'elsewhere'>;

/** Whether a follower is where it should be, and those who are told when that changes or the copy moves. */
export type FollowerCondition = Readonly<{
  state: () => Condition;
  problem: () => string | undefined;
  become: (state: Condition, problem?: string) => void;
  /** Tells that the copy has moved, or the follower’s state has changed. */
  moved: WakeUp;
}>;

export const followerCondition = (onChange: () => void): FollowerCondition => {
  const wakeUp = makeWakeUp();
  const moved: WakeUp = {
    ...wakeUp,
    notify: () => {
      wakeUp.notify();
      onChange();
    },
  };
  let state: Condition = 'behind';
  let problem: string | undefined;
  return {
    state: () => state,
    problem: () => problem,
    become: (next, why) => {
      // That it is away still is news: somebody may wait for it to come back at once.
      if (next === state && why === problem && next !== 'away') return;
      state = next;
      problem = why;
      moved.notify();
    },
    moved,
  };
};
