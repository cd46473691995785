import {
  describeFailure,
  type Failure,
  type Pause,
  remind,
  type Reminding,
  type Rounds,
} from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { awaitBell } from '../time/await-bell.ts';
import { newBell } from '../time/bell.ts';
import { millisecondsBetween } from '../time/instants.ts';

/** What sends reminders; troubles are told of, and tried again with the next round. */
export type ReminderWork = Reminding &
  Readonly<{
    pause: Pause;
    stopping: AbortSignal;
    noteTrouble: (message: string) => void;
    noteDefect: (thrown: unknown) => void;
  }>;

export type ReminderWorker = Readonly<{
  /** Goes round now: somebody waits for a message. */
  ring: () => void;
  /** Goes round until it is to stop; a message that is leaving then is waited for. */
  run: () => Promise<void>;
}>;

/** A policy's time of day is met within a minute. */
const between_ms = 60_000;

/**
 * After so long a round takes no more messages on: plans whose time has come meanwhile, and links that somebody waits
 * for, do not wait until a mail server that hangs has hung with each message.
 */
const longestRound_ms = 10 * 60_000;

const told = (failure: Failure, plan?: string): string =>
  plan === undefined ? describeFailure(failure) : `${plan}: ${describeFailure(failure)}`;

/** Sends the reminders of every plan when they are due. */
export const reminderWorker = (work: ReminderWork): ReminderWorker => {
  const { stopping, noteTrouble, noteDefect } = work;
  const bell = newBell();
  const rounds: Rounds = new Map();

  const goRound = async (): Promise<void> => {
    const begun = work.clock.now();
    const isToEnd = (): boolean =>
      stopping.aborted || millisecondsBetween(begun, work.clock.now()) >= longestRound_ms;
    const round = await remind(work, { rounds, isToEnd })();
    if (E.isLeft(round)) noteTrouble(told(round.left));
    else
      round.right.failures.forEach(({ plan, failure }) => {
        noteTrouble(told(failure, plan));
      });
  };

  return {
    ring: () => {
      // Who rings waits for something in a plan that was done for today.
      rounds.clear();
      bell.ring();
    },
    run: async () => {
      while (!stopping.aborted) {
        await goRound().catch(noteDefect);
        await awaitBell(work, bell, between_ms);
      }
    },
  };
};
