import type { EventLog, Identified, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { delay as machineDelay } from '../delay.ts';
import { openSqliteEventLog, type SqliteEventLogOptions } from '../sqlite/open-sqlite-event-log.ts';
import { startTimer as machineTimer } from '../start-timer.ts';
import { openServedEventLog } from './open-served-event-log.ts';
import type { Unreached } from './reach-server.ts';
import type { Timing } from './socket-writer.ts';

export type SharedEventLogOptions<A extends Identified> = Pick<
  SqliteEventLogOptions<A>,
  'file' | 'codec' | 'writer' | 'patience_ms'
> &
  Readonly<{
    /** Whether to be kept apart from others who say so also where a server writes the log, as the lock would do. */
    inTurn?: boolean;
  }> &
  Partial<Timing>;

/** Whoever waits for another process to end, or to take appends, looks so often. */
const look_ms = 100;

const whyNot = (locked: StorageError, served: Unreached | StorageError): StorageError => {
  switch (served._tag) {
    case 'NotServed':
      return locked;
    case 'Unusable':
      return { _tag: 'Unavailable', message: served.message };
    default:
      return served;
  }
};

/**
 * Opens a log to append to it: as its one writer, or, where another process is that and serves it, through that one.
 * Where another process writes and serves nobody, or it is another's turn, this waits as long as `patience_ms` says.
 */
export const openSharedEventLog =
  <A extends Identified>({
    patience_ms = 0,
    inTurn = false,
    delay = machineDelay,
    startTimer = machineTimer,
    ...options
  }: SharedEventLogOptions<A>): TE.TaskEither<StorageError, EventLog<A>> =>
  async () => {
    const looks = Math.ceil(patience_ms / look_ms);
    for (let look = 0; ; look += 1) {
      const own = await openSqliteEventLog({ ...options, mode: 'write' })();
      if (E.isRight(own) || own.left._tag !== 'Locked') return own;
      const served = await openServedEventLog({ ...options, inTurn, delay, startTimer })();
      if (E.isRight(served)) return served;
      const refused = whyNot(own.left, served.left);
      if (refused._tag !== 'Locked' || look >= looks) return E.left(refused);
      await delay(look_ms, new AbortController().signal);
    }
  };
