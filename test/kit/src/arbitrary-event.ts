import { DomainEvent, Envelope, type EventKind } from '@trackrecord/domain';
import * as fc from 'fast-check';
import { eventIdNumber } from './arbitrary-entries.ts';
import { arbitraryOf, type Leaves } from './arbitrary-of.ts';

/** Events of one kind in their whole envelope. */
export const arbitraryEvent =
  (leaves: Leaves) =>
  (kind: EventKind): fc.Arbitrary<DomainEvent> =>
    fc
      .tuple(arbitraryOf(leaves)(Envelope), arbitraryOf(leaves)(kind.data))
      .map(([envelope, data]: readonly [Envelope, unknown]): unknown => ({
        ...envelope,
        type: kind.type,
        version: kind.version,
        data,
      }))
      .filter((value) => DomainEvent.is(value));

/** Streams of any events of these kinds, numbered from 1, that need not make sense together. */
export const arbitraryStream =
  (leaves: Leaves) =>
  (kinds: ReadonlyArray<EventKind>): fc.Arbitrary<ReadonlyArray<DomainEvent>> =>
    fc
      .array(fc.oneof(...kinds.map(arbitraryEvent(leaves))), { maxLength: 12 })
      .map((events) => events.map((event, index) => ({ ...event, id: eventIdNumber(index + 1) })));
