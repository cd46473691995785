import { type DomainEvent, entryOf, evolve, type StreamState } from '@trackrecord/domain';
import { type LocalDate, Ordinal, type StreamName } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { storage } from '../failure.ts';
import type { EventLog } from '../ports/event-log.ts';
import { stateOf } from './load-stream.ts';
import type { Streams } from './loaded-stream.ts';

type Remembered = Readonly<{
  events: ReadonlyArray<DomainEvent>;
  /** As of a few dates, the one that was asked for last at the end. */
  states: ReadonlyMap<LocalDate, StreamState>;
}>;

const nothing: Remembered = { events: [], states: new Map() };

/** Most changes are of today; some of a date in the past. */
const datesKept = 3;

const ordinalOf = (place: number): Ordinal => {
  if (Ordinal.is(place)) return place;
  throw new Error(`${place} is no ordinal`);
};

/** The state with more events at the end of its stream, whose place orders as their ordinals will. */
const evolved = (state: StreamState, events: ReadonlyArray<DomainEvent>): StreamState =>
  events.reduce((so, event) => evolve(entryOf(event, ordinalOf(so.length + 1)))(so), state);

const withState = (
  { events, states }: Remembered,
  more: ReadonlyArray<DomainEvent>,
  asOf: LocalDate,
): Readonly<{ remembered: Remembered; state: StreamState }> => {
  const all = more.length === 0 ? events : [...events, ...more];
  const known = states.get(asOf);
  const state = known === undefined ? stateOf(all, asOf) : evolved(known, more);
  const others = [...states]
    .filter(([date]) => date !== asOf)
    .slice(1 - datesKept)
    .map(([date, one]) => [date, evolved(one, more)] as const);
  return { remembered: { events: all, states: new Map([...others, [asOf, state]]) }, state };
};

const turnTaking = (): Streams['inTurn'] => {
  const last = new Map<StreamName, Promise<unknown>>();
  return (stream, task) => () => {
    const mine = (last.get(stream) ?? Promise.resolve()).then(task, task);
    const over = mine.then(
      () => undefined,
      () => undefined,
    );
    last.set(stream, over);
    void over.then(() => {
      if (last.get(stream) === over) last.delete(stream);
    });
    return mine;
  };
};

/**
 * Remembers the streams of a log that were read last, as events and as states, and lets changes of one stream take
 * turns. Others may write to the log as well: what they appended is read with the next load.
 * @param most how many streams are kept
 */
export const rememberingStreams = (log: EventLog<DomainEvent>, most = 200): Streams => {
  const kept = new Map<StreamName, Remembered>();
  const keep = (stream: StreamName, remembered: Remembered): void => {
    kept.delete(stream);
    kept.set(stream, remembered);
    [...kept.keys()].slice(0, Math.max(0, kept.size - most)).forEach((name) => kept.delete(name));
  };
  return {
    load: (stream, asOf) => () => {
      const known = kept.get(stream) ?? nothing;
      return pipe(
        log.readStream(stream, { direction: 'forwards', from: known.events.length }),
        TE.bimap(storage, (recorded) => {
          const more = recorded.map(({ event }) => event);
          const { remembered, state } = withState(known, more, asOf);
          keep(stream, remembered);
          return { events: remembered.events, state };
        }),
      )();
    },
    forget: (stream) => {
      kept.delete(stream);
    },
    inTurn: turnTaking(),
  };
};
