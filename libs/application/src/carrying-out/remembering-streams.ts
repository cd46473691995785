import { type DomainEvent, entryOf, evolve, type StreamState } from '@trackrecord/domain';
import { type CommandId, type LocalDate, Ordinal, type StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type * as T from 'fp-ts/lib/Task.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, storage } from '../failure.ts';
import type { EventLog } from '../ports/event-log.ts';
import { stateOf } from './load-stream.ts';
import type { LoadedStream, Streams } from './loaded-stream.ts';

/** What is known of a stream. It grows at its end: whoever was given some of it before still has that. */
type Remembered = Readonly<{
  events: DomainEvent[];
  commands: Set<CommandId>;
  /** As of a few dates, the one that was asked for last at the end. */
  states: Map<LocalDate, StreamState>;
}>;

/** Most changes are of today; some of a date in the past. */
const datesKept = 3;

const ordinalOf = (place: number): Ordinal => {
  if (Ordinal.is(place)) return place;
  throw new Error(`${place} is no ordinal`);
};

/** The state with more events at the end of its stream, whose place orders as their ordinals will. */
const evolved = (state: StreamState, events: ReadonlyArray<DomainEvent>): StreamState =>
  events.reduce((so, event) => evolve(entryOf(event, ordinalOf(so.length + 1)))(so), state);

const grow = ({ events, commands, states }: Remembered, more: ReadonlyArray<DomainEvent>): void => {
  states.forEach((state, date) => states.set(date, evolved(state, more)));
  more.forEach((event) => {
    events.push(event);
    commands.add(event.commandId);
  });
};

const stateIn = ({ events, states }: Remembered, asOf: LocalDate): StreamState => {
  const state = states.get(asOf) ?? stateOf(events, asOf);
  states.delete(asOf);
  states.set(asOf, state);
  [...states.keys()].slice(0, -datesKept).forEach((date) => states.delete(date));
  return state;
};

const loadedFrom = (known: Remembered, asOf: LocalDate): LoadedStream => {
  const state = stateIn(known, asOf);
  return {
    // Thousands of events are seldom wanted: a state says it all.
    get events() {
      return known.events.slice(0, state.length);
    },
    commands: known.commands,
    state,
  };
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

/** What is on its way to streams, until something has come of it. */
const onTheWay = () => {
  const byStream = new Map<StreamName, Set<Promise<void>>>();
  return {
    /** @param hasCome never fails: something has come of it, whatever it is */
    add: (stream: StreamName, hasCome: Promise<void>): void => {
      const all = byStream.get(stream) ?? new Set();
      byStream.set(stream, all.add(hasCome));
      void hasCome.then(() => {
        all.delete(hasCome);
        if (all.size === 0) byStream.delete(stream);
      });
    },
    isUnderway: (stream: StreamName): boolean => byStream.has(stream),
    settled:
      (stream: StreamName): T.Task<void> =>
      async () => {
        for (let all = byStream.get(stream); all !== undefined; all = byStream.get(stream)) {
          await Promise.all(all);
        }
      },
  };
};

/** The streams that are kept, the one that was asked for last at the end. */
const keeping = (most: number) => {
  const kept = new Map<StreamName, Remembered>();
  return {
    get: (stream: StreamName): Remembered | undefined => kept.get(stream),
    keep: (stream: StreamName, known: Remembered): void => {
      kept.delete(stream);
      kept.set(stream, known);
      [...kept.keys()].slice(0, Math.max(0, kept.size - most)).forEach((name) => kept.delete(name));
    },
    forget: (stream: StreamName): void => {
      kept.delete(stream);
    },
  };
};

const nothingKnown = (): Remembered => ({ events: [], commands: new Set(), states: new Map() });

const rightAway: T.Task<void> = () => Promise.resolve();

type Options = Readonly<{
  /**
   * Whether appends are stored in the order in which they are asked for: then one need not wait for the other to be
   * durable. Where they may overtake one another it would be refused.
   */
  inOrder?: boolean;
  /** How many streams are kept. */
  most?: number;
}>;

/**
 * Remembers the streams of a log that were read last, as events and as states, and lets changes of one stream take
 * turns. Others may write to the log as well: what they appended is read with the next load, or refuses an append
 * that did not count with it.
 */
export const rememberingStreams = (
  log: EventLog<DomainEvent>,
  { inOrder = false, most = 200 }: Options = {},
): Streams => {
  const { get, keep, forget } = keeping(most);
  const { add, isUnderway, settled } = onTheWay();

  /** What is known of a stream, with what is new in the log. */
  const read = async (stream: StreamName): Promise<E.Either<Failure, Remembered>> => {
    const known = get(stream) ?? nothingKnown();
    const from = known.events.length;
    const recorded = await log.readStream(stream, { direction: 'forwards', from })();
    if (E.isLeft(recorded)) return E.left(storage(recorded.left));
    // Somebody else has read or sent the same meanwhile.
    if (known.events.length !== from) return read(stream);
    grow(
      known,
      recorded.right.map(({ event }) => event),
    );
    keep(stream, known);
    return E.right(known);
  };

  const load =
    (stream: StreamName, asOf: LocalDate): TE.TaskEither<Failure, LoadedStream> =>
    async () => {
      const ahead = isUnderway(stream) ? get(stream) : undefined;
      if (ahead !== undefined) return E.right(loadedFrom(ahead, asOf));
      await settled(stream)();
      return E.map((known: Remembered) => loadedFrom(known, asOf))(await read(stream));
    };

  const send: Streams['send'] = (stream, { after, events, outcome }) => {
    const known = get(stream);
    const hasCome = outcome.then(
      (came) => {
        // What was stored before stands where it was then.
        const isAsExpected = E.isRight(came) && !came.right.duplicate;
        if (!isAsExpected && get(stream) === known) forget(stream);
      },
      () => {
        forget(stream);
      },
    );
    if (!inOrder) return () => hasCome;
    if (known?.events.length === after) grow(known, events);
    add(stream, hasCome);
    return rightAway;
  };

  return { load, forget, inTurn: turnTaking(), send, isUnderway, settled };
};
