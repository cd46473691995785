import { type DomainEvent, eventCodec } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../failure.ts';
import { appendBytes, maxAppendBytes } from '../ports/event-log.ts';
import type { Reconciled } from '../ports/importable.ts';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Rounded up: what is over a limit is not said to be as large as it. */
const inKilobytes = (bytes: number): string =>
  `${Math.ceil(bytes / 1024).toLocaleString('en-GB')} kB`;

const tooLarge = (bytes: number, atLeast: '' | 'more than '): Failure => ({
  _tag: 'Unreadable',
  message: `The changes that this import would record take ${atLeast}${inKilobytes(bytes)}; one import can record ${inKilobytes(maxAppendBytes)} at most, which is some hundreds of actions. Import the document in parts, each as a plan of its own.`,
});

/** What surrounds an event's own data takes more than this: ids, both clocks, who, from which document. */
const leastEnvelope_bytes = 300;

/**
 * Refuses steps whose events cannot fit into one append, before they are decided: deciding takes longer than
 * their number.
 */
export const mayFit = (steps: Reconciled['steps']): E.Either<Failure, null> => {
  const bytes = appendBytes(
    steps.map(({ order }) => leastEnvelope_bytes + bytesOf(JSON.stringify(order.data))),
  );
  return bytes > maxAppendBytes ? E.left(tooLarge(bytes, 'more than ')) : E.right(null);
};

/** Refuses events that do not fit into one append, as the log would. */
export const fitOneAppend = (events: ReadonlyArray<DomainEvent>): E.Either<Failure, null> => {
  const bytes = appendBytes(events.map((event) => bytesOf(eventCodec.encode(event))));
  return bytes > maxAppendBytes ? E.left(tooLarge(bytes, '')) : E.right(null);
};
