import type { Letter, Reminding } from '@trackrecord/application';
import { rememberingStreams } from '@trackrecord/application';
import { openViews } from '@trackrecord/event-log';
import { rightOf } from '@trackrecord/test-kit';
import type { Chance } from '../faults/cluster-chance.ts';
import { seededIds } from '../journeys/kit/seeded-ids.ts';
import { type Desk, takingMailer } from './desk.ts';

/** What is thrown where a process ends: nothing in the product catches it. */
export class Stopped extends Error {}

/** Where a process can end, and how often it has ended there. */
export type Stops = Readonly<{
  /** Ends the process here, if chance has it. */
  mayStop: (where: string) => void;
  /** Whether it may at all. */
  set: (areOn: boolean) => void;
  at: ReadonlyMap<string, number>;
}>;

export const newStops = (chance: Chance, probability: number): Stops => {
  const at = new Map<string, number>();
  const state = { areOn: false };
  return {
    mayStop: (where) => {
      if (!state.areOn || !chance.comes(probability)) return;
      at.set(where, (at.get(where) ?? 0) + 1);
      throw new Stopped(where);
    },
    set: (areOn) => {
      state.areOn = areOn;
    },
    at,
  };
};

/** Around a mailer: the process ends before a message is taken, or when it is and nobody has noted it. */
const stoppingMailer = (mailer: Reminding['mailer'], { mayStop }: Stops): Reminding['mailer'] => ({
  ...mailer,
  send: (letter) => async () => {
    mayStop('before a message is taken');
    const delivery = await mailer.send(letter)();
    mayStop('after a message was taken');
    return delivery;
  },
});

/** Around a log: the process ends before something is durable, or when it is and nobody has heard. */
const stoppingLog = (log: Reminding['log'], { mayStop }: Stops): Reminding['log'] => ({
  ...log,
  append: (stream, expected, events) => async () => {
    const [{ type }] = events;
    mayStop(`before ${type} is durable`);
    const appended = await log.append(stream, expected, events)();
    mayStop(`after ${type} was durable`);
    return appended;
  },
});

/**
 * A desk as a process has it that has just been started: its views take in the whole log once more, and it remembers
 * nothing. It can end at any point that `stops` knows.
 */
export const startedAgain = async (
  { log, ...desk }: Desk,
  stops: Stops,
  letters: Array<Letter>,
  start: number,
): Promise<Desk> => {
  const stopping = stoppingLog(log, stops);
  return {
    ...desk,
    log: stopping,
    views: rightOf(await openViews({ file: ':memory:', log })()),
    streams: rememberingStreams(stopping),
    ids: seededIds(`start ${start}`),
    mailer: stoppingMailer(takingMailer(letters), stops),
  };
};
