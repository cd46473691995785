import { type Failure, storage } from '@trackrecord/application';
import type { Verification } from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';
import type { Output } from '../terminal/run-command.ts';

/** A log that is sound says so; faults are named by their places and end with the exit code for storage. */
export const soundOrNot = ({
  events,
  streams,
  faults,
}: Verification): E.Either<Failure, Output> => {
  const [first] = faults;
  if (first === undefined) {
    return E.right({
      json: { events, streams, faults },
      text: () =>
        `Sound: ${events} events in ${streams} streams, every checksum as it was written.`,
    });
  }
  const list = faults.map(({ position, message }) =>
    position === undefined ? message : `position ${position}: ${message}`,
  );
  return E.left(
    storage({
      _tag: 'Unavailable',
      message: `The log is not sound (${events} events are):\n${list.join('\n')}`,
    }),
  );
};
