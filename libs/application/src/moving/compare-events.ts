import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, storage } from '../failure.ts';
import type { Progress } from '../ports/views.ts';
import { differencesIn, type EventDifference } from './event-difference.ts';
import { type Log, logsInStep } from './logs-in-step.ts';

/** What came of holding two logs against each other, event for event. */
export type EventsCompared = Readonly<{
  /** How many were compared: all, where there is no difference. */
  events: number;
  streams: number;
  /** The first of them; none where the logs are equal. */
  differences: ReadonlyArray<EventDifference>;
}>;

/** Where one event is missing all that follow differ: more than these tell nothing. */
const differencesShown = 10;

/** Holds two logs against each other: every event's id, place and stored text, in the global order. */
export const compareEvents =
  (
    one: Log,
    other: Log,
    onProgress: (progress: Progress) => void,
  ): TE.TaskEither<Failure, EventsCompared> =>
  async () => {
    const streams = new Set<string>();
    const differences: EventDifference[] = [];
    let events = 0;
    for await (const stretch of logsInStep(one, other)) {
      if (E.isLeft(stretch)) return E.left(storage(stretch.left));
      stretch.right.one.forEach(({ stream }) => streams.add(stream));
      differences.push(...differencesIn(stretch.right));
      events += Math.min(stretch.right.one.length, stretch.right.other.length);
      onProgress({ done: events });
      if (differences.length >= differencesShown) break;
    }
    return E.right({
      events,
      streams: streams.size,
      differences: differences.slice(0, differencesShown),
    });
  };
