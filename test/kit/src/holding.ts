import type { Writable } from '@trackrecord/application';
import { DomainEvent } from '@trackrecord/domain';
import { StreamName } from '@trackrecord/kernel';
import { eventsFrom, type Happened } from './happened.ts';
import { appendEvents, memoryTrackrecord, rightOf } from './memory-trackrecord.ts';
import { must } from './must.ts';

/** An event of a stream, and what it says of who, how, why, from where and when it was recorded. */
export type Logged = readonly [
  stream: string,
  happened: Happened,
  said?: Readonly<Record<string, unknown>>,
];

/** A log of these events in this order, with views that have caught up: the nth has ordinal n, and `eventIdNumber(n)`. */
export const holding = async (...logged: ReadonlyArray<Logged>): Promise<Writable> => {
  const deps = await memoryTrackrecord();
  for (const [place, [stream, happened, said = {}]] of logged.entries()) {
    const events = eventsFrom(place + 1, happened).map((event) =>
      must(DomainEvent)({ ...event, ...said }),
    );
    await appendEvents(deps, must(StreamName)(stream), events);
  }
  rightOf(await deps.views.catchUp()());
  return deps;
};
