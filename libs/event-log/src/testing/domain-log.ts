import type { EventLog, ExpectedRevision } from '@trackrecord/application/ports';
import { DomainEvent, jsonOf } from '@trackrecord/domain';
import { canonicalJson, type StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { EventCodec } from '../event-codec.ts';
import { memoryEventLog } from '../memory/memory-event-log.ts';

/** For specs: the domain's events in a log. */
export const domainCodec: EventCodec<DomainEvent> = {
  encode: (event) => canonicalJson(jsonOf(event)),
  decode: (json) => (DomainEvent.is(json) ? E.right(json) : E.left('no event')),
};

export const memoryLog = (): EventLog<DomainEvent> => memoryEventLog(domainCodec);

/** The answer, where a failure would be the test's. */
export const rightOf = <L, A>(answer: E.Either<L, A>): A => {
  if (E.isRight(answer)) return answer.right;
  throw new Error(`unexpected: ${JSON.stringify(answer.left)}`);
};

/** Appends at the end of streams, whatever they hold. */
export const appendTo =
  (log: EventLog<DomainEvent>) =>
  async (stream: StreamName, [first, ...others]: ReadonlyArray<DomainEvent>): Promise<void> => {
    if (first === undefined) return;
    const [last] = rightOf(await log.readStream(stream, { direction: 'backwards', limit: 1 })());
    const expected: ExpectedRevision =
      last === undefined ? { _tag: 'NoStream' } : { _tag: 'Revision', revision: last.revision };
    rightOf(await log.append(stream, expected, [first, ...others])());
  };
