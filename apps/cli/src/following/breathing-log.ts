import type { EventLog, StorageError } from '@trackrecord/application';
import type { DomainEvent } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { setImmediate as turn } from 'node:timers/promises';

const ending: StorageError = { _tag: 'Unavailable', message: 'the command is ending' };

/**
 * A log that lets others have a turn before each page that is read of it, so that a process that takes in a million
 * events still answers; once it is to end, there are no more pages.
 */
export const breathingLog = (
  log: EventLog<DomainEvent>,
  stopped: AbortSignal,
): EventLog<DomainEvent> => ({
  ...log,
  readAll: (after, limit) => async () => {
    await turn();
    return stopped.aborted ? E.left(ending) : log.readAll(after, limit)();
  },
});
