import type { EventCodec } from '@trackrecord/event-log';
import { EventId, StreamName, canonicalJson } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

/** As little of an event as a log can hold: the log's own tests need no domain. */
export const SampleEvent = t.readonly(t.strict({ id: EventId, words: t.string }));
export type SampleEvent = t.TypeOf<typeof SampleEvent>;

export const sampleCodec: EventCodec<SampleEvent> = {
  encode: canonicalJson,
  decode: (json) => (SampleEvent.is(json) ? E.right(json) : E.left('not a sample event')),
};

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

const made = <A>(codec: t.Type<A, unknown>, value: string): A =>
  E.getOrElse((): A => {
    throw new Error(`${value} is no ${codec.name}`);
  })(codec.decode(value));

/** The same number, the same id. */
export const eventId = (n: number): EventId =>
  made(EventId, `${hex(n % 0x1_0000_0000, 8)}-0000-4000-8000-${hex(n, 12)}`);

export const streamName = (name: string): StreamName => made(StreamName, name);

/** The n-th of all sample events. */
export const sample = (n: number, words = `said ${n}`): SampleEvent => ({ id: eventId(n), words });
