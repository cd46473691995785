import type { EventLog, ExpectedRevision } from '@trackrecord/application/ports';
import { type DomainEvent, eventCodec } from '@trackrecord/domain';

import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { memoryEventLog } from '../memory/memory-event-log.ts';

/** For specs: the domain's events in a log. */
export const memoryLog = (): EventLog<DomainEvent> => memoryEventLog(eventCodec);

/** The answer, where a failure would be the test's. */
export const rightOf = <L, A>(answer: E.Either<L, A>): A => {
  if (E.isRight(answer)) return answer.right;
  throw new Error(`unexpected: ${JSON.stringify(answer.left)}`);
};

/** So many events of a specification are well within what one append holds. */
const together = 2000;

/** Appends at the end of streams, whatever they hold. */
export const appendTo =
  (log: EventLog<DomainEvent>) =>
  async (stream: StreamName, events: ReadonlyArray<DomainEvent>): Promise<void> => {
    for (let next = 0; next < events.length; next += together) {
      const [first, ...others] = events.slice(next, next + together);
      if (first === undefined) return;
      const [last] = rightOf(await log.readStream(stream, { direction: 'backwards', limit: 1 })());
      const expected: ExpectedRevision =
        last === undefined ? { _tag: 'NoStream' } : { _tag: 'Revision', revision: last.revision };
      rightOf(await log.append(stream, expected, [first, ...others])());
    }
  };
