import {
  type EventLog,
  type Failure,
  type OneCommand,
  type Recorded,
  storage,
} from '@trackrecord/application';
import type { DomainEvent } from '@trackrecord/domain';
import { Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { NewsPlace } from '../store/webhook-store.ts';

/** A stretch of the log, by the commands that recorded it, and the place after it. */
export type Stretch = Readonly<{ commands: ReadonlyArray<OneCommand>; place: NewsPlace }>;

type Placed = Readonly<{ recorded: Recorded<DomainEvent>; ordinal: Ordinal }>;

const asOrdinal = (count: number): Ordinal => {
  if (Ordinal.is(count)) return count;
  throw new Error(`${count} is no ordinal`);
};

const areOneCommand = (a: Placed, b: Placed): boolean =>
  a.recorded.stream === b.recorded.stream &&
  a.recorded.event.commandId === b.recorded.event.commandId;

/** Events that stand side by side, by their commands: an append is never torn apart by others. */
const byCommand = (events: ReadonlyArray<Placed>): ReadonlyArray<ReadonlyArray<Placed>> => {
  const runs: Array<Array<Placed>> = [];
  for (const one of events) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && areOneCommand(last, one)) run.push(one);
    else runs.push([one]);
  }
  return runs;
};

const stretchOf = (events: ReadonlyArray<Placed>, before: NewsPlace): Stretch => {
  const last = events.at(-1);
  return {
    commands: byCommand(events).flatMap((run) => {
      const [first] = run;
      return first === undefined
        ? []
        : [
            {
              stream: first.recorded.stream,
              events: run.map(({ recorded, ordinal }) => ({ event: recorded.event, ordinal })),
            },
          ];
    }),
    place:
      last === undefined ? before : { position: last.recorded.position, ordinal: last.ordinal },
  };
};

/** What is whole of what was read: a command whose end may be in the next batch is left for that. */
const wholeOf = (
  read: ReadonlyArray<Placed>,
  isAll: boolean,
): readonly [whole: ReadonlyArray<Placed>, rest: ReadonlyArray<Placed>] => {
  const last = byCommand(read).at(-1);
  return isAll || last === undefined
    ? [read, []]
    : [read.slice(0, read.length - last.length), last];
};

/** Reads the log from after a place up to an ordinal, in stretches of whole commands. */
export async function* stretchesOf(
  { follow }: Pick<EventLog<DomainEvent>, 'follow'>,
  from: NewsPlace,
  upTo: number,
): AsyncGenerator<E.Either<Failure, Stretch>> {
  if (from.ordinal >= upTo) return;
  const enough = new AbortController();
  let place = from;
  let counted = from.ordinal;
  let read: ReadonlyArray<Placed> = [];
  try {
    for await (const batch of follow(from.position, enough.signal)) {
      if (E.isLeft(batch)) {
        yield E.left(storage(batch.left));
        return;
      }
      const before = counted;
      counted += batch.right.length;
      const more = batch.right
        .map((recorded, index) => ({ recorded, ordinal: asOrdinal(before + index + 1) }))
        .filter(({ ordinal }) => ordinal <= upTo);
      const [whole, rest] = wholeOf([...read, ...more], counted >= upTo);
      read = rest;
      const stretch = stretchOf(whole, place);
      place = stretch.place;
      yield E.right(stretch);
      if (counted >= upTo) return;
    }
  } finally {
    enough.abort();
  }
}
