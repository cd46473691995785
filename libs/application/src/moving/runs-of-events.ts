import { eventCodec } from '@trackrecord/domain';
import type * as NEA from 'fp-ts/lib/NonEmptyArray.js';
import { appendBytes, maxAppendBytes } from '../ports/event-log.ts';
import type { Event, Events } from './logs-in-step.ts';

/** Events that follow each other both in the global order and in one stream, within what one append holds. */
export type Run = NEA.NonEmptyArray<Event>;

const bytesOf = ({ event }: Event): number =>
  appendBytes([new TextEncoder().encode(eventCodec.encode(event)).length]);

/** Splits events, which stand in the global order, into as few appends as keep that order. */
export const runsOfEvents = (events: Events): ReadonlyArray<Run> => {
  const runs: Run[] = [];
  let bytes = 0;
  for (const event of events) {
    const last = runs.at(-1);
    const own = bytesOf(event);
    if (last?.[0].stream === event.stream && bytes + own <= maxAppendBytes) {
      last.push(event);
      bytes += own;
    } else {
      runs.push([event]);
      bytes = own;
    }
  }
  return runs;
};
