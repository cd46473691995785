import { type DomainEvent, eventCodec } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../failure.ts';
import { appendBytes, maxAppendBytes } from '../ports/event-log.ts';
import type { Reconciled } from '../ports/importable.ts';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const tooLarge = (bytes: string): Failure => ({
  _tag: 'Unreadable',
  message: `The import would take ${bytes} bytes of the log at once; accepted are at most ${maxAppendBytes}. Import the document in parts, each as a plan of its own.`,
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
  return bytes > maxAppendBytes ? E.left(tooLarge(`more than ${bytes}`)) : E.right(null);
};

/** Refuses events that do not fit into one append, as the log would. */
export const fitOneAppend = (events: ReadonlyArray<DomainEvent>): E.Either<Failure, null> => {
  const bytes = appendBytes(events.map((event) => bytesOf(eventCodec.encode(event))));
  return bytes > maxAppendBytes ? E.left(tooLarge(String(bytes))) : E.right(null);
};
