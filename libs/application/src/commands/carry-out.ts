import {
  type Circumstances,
  decideCommand,
  type DomainEvent,
  type EventBody,
  type Refusal,
  type Step,
  type StreamState,
} from '@trackrecord/domain';
import type { CommandId, Decide, Ordinal, StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as NEA from 'fp-ts/lib/NonEmptyArray.js';
import * as O from 'fp-ts/lib/Option.js';
import * as T from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, storage } from '../failure.ts';
import type { ExpectedRevision } from '../ports/event-log.ts';
import type { Writable } from '../trackrecord.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { loadFor } from './load-stream.ts';
import type { LoadedStream } from './loaded-stream.ts';
import { type Token, tokenOf } from '../waiting/token.ts';

/** A command: on which stream, how it is decided, what it asks, in which circumstances. */
export type Command<Order, Reason extends Refusal, Body extends EventBody> = Readonly<{
  stream: StreamName;
  decide: Decide<StreamState, Order, Reason, Body>;
  circumstances: Circumstances;
  /** The steps; made from the state where they depend on it. */
  steps: (state: StreamState) => E.Either<Failure, ReadonlyArray<Step<Order>>>;
  /** What follows from it on another date, given the stream's events up to then: part of the same append. */
  following?: (events: ReadonlyArray<DomainEvent>) => E.Either<Failure, ReadonlyArray<DomainEvent>>;
  /** The ordinal that its author looked at; what changed since in the same fields is a conflict. */
  basedOn?: Ordinal | undefined;
  /** The stream as it was read a moment ago, as of the command's date: it is first decided on that. */
  loaded?: LoadedStream | undefined;
}>;

/** What a command did: its events (none: nothing new), when the views hold them, and by what to wait for them. */
export type Done = Readonly<{
  events: ReadonlyArray<DomainEvent>;
  /**
   * The ordinal at which the views hold them; `null` where the views could not take them in: they are recorded, and
   * the views catch up with the next question.
   */
  ordinal: Ordinal | null;
  /**
   * The last of them, for a question on any node to wait for. Where there is nothing new it is the stream's last
   * event: who asks on another node why it was nothing new must see what was looked at here. `null` for no stream.
   */
  token: Token | null;
}>;

/** What a command left in its stream, whether or not the views hold it already. */
export type Written = Omit<Done, 'ordinal'>;

/** What a command left in a stream, up to a revision that is its last; -1 for a stream that is not there. */
const written = (
  stream: StreamName,
  events: ReadonlyArray<DomainEvent>,
  revision: number,
): Written => ({ events, token: revision < 0 ? null : tokenOf({ stream, revision }) });

/** What a command did that was carried out before, by its id; `undefined` where none of its events is in the stream. */
export const writtenBefore = (
  commandId: CommandId,
  stream: StreamName,
  { events }: Pick<LoadedStream, 'events'>,
): Written | undefined => {
  const isOwn = (event: DomainEvent) => event.commandId === commandId;
  const own = events.filter(isOwn);
  return own.length === 0 ? undefined : written(stream, own, events.findLastIndex(isOwn));
};

const caughtUp = ({ views }: Writable): T.Task<Ordinal | null> =>
  pipe(
    views.catchUp(),
    TE.getOrElseW(() => T.of(null)),
  );

/** Answers what was written, once the views hold it. */
export const answering =
  (deps: Writable) =>
  (done: TE.TaskEither<Failure, Written>): TE.TaskEither<Failure, Done> =>
    pipe(
      done,
      // What is in the log has happened: a failure here would have it said a second time.
      TE.bind('ordinal', () => TE.fromTask(caughtUp(deps))),
    );

/** The same as `writtenBefore`, once the views hold it. */
export const doneBefore =
  (deps: Writable) =>
  (
    commandId: CommandId,
    stream: StreamName,
    loaded: LoadedStream,
  ): TE.TaskEither<Failure, Done | undefined> => {
    const before = writtenBefore(commandId, stream, loaded);
    return before === undefined ? TE.right(undefined) : answering(deps)(TE.right(before));
  };

/** Runs what reads a stream and writes to it when its turn has come, where people take turns. */
export const inTurn =
  ({ streams }: Writable, stream: StreamName) =>
  <A>(task: T.Task<A>): T.Task<A> =>
    streams === undefined ? task : streams.inTurn(stream, task);

/** How often a command is decided again when others were quicker. */
const tries = 5;

const expectedAfter = ({ events }: LoadedStream): ExpectedRevision =>
  events.length === 0 ? { _tag: 'NoStream' } : { _tag: 'Revision', revision: events.length - 1 };

const decided = <Order, Reason extends Refusal, Body extends EventBody>(
  { decide, circumstances, steps, following }: Command<Order, Reason, Body>,
  { state, events: before }: LoadedStream,
): E.Either<Failure, ReadonlyArray<DomainEvent>> =>
  pipe(
    steps(state),
    E.chain((all) =>
      pipe(
        decideCommand(decide)(state)(circumstances, all),
        E.mapLeft(({ step, refusal }): Failure => ({ _tag: 'Refused', refusal, step })),
      ),
    ),
    E.chain((events) =>
      following === undefined
        ? E.right(events)
        : pipe(
            following([...before, ...events]),
            E.map((more) => [...events, ...more]),
          ),
    ),
  );

/** Carries a command out as `carryOut` does, without waiting for its turn before, or for the views after. */
export const writeCommand =
  (deps: Writable) =>
  <Order, Reason extends Refusal, Body extends EventBody>(
    command: Command<Order, Reason, Body>,
  ): TE.TaskEither<Failure, Written> => {
    const { stream, circumstances } = command;

    const attempt = (left: number): TE.TaskEither<Failure, Written> =>
      pipe(
        loadFor(deps, stream, circumstances.effectiveOn),
        TE.chain((loaded) => decideAndAppend(loaded, left)),
      );

    const decideAndAppend = (
      loaded: LoadedStream,
      left: number,
    ): TE.TaskEither<Failure, Written> => {
      const before = writtenBefore(circumstances.commandId, stream, loaded);
      if (before !== undefined) return TE.right(before);
      return pipe(
        TE.fromEither(decided(command, loaded)),
        TE.chainFirst((events) => changedMeanwhile(deps, command, events)),
        TE.chain((events) =>
          pipe(
            NEA.fromArray([...events]),
            O.match(
              () => TE.right<Failure, Written>(written(stream, [], loaded.events.length - 1)),
              (some) => append(loaded, some, left),
            ),
          ),
        ),
      );
    };

    const append = (
      loaded: LoadedStream,
      events: NEA.NonEmptyArray<DomainEvent>,
      left: number,
    ): TE.TaskEither<Failure, Written> =>
      pipe(
        deps.log.append(stream, expectedAfter(loaded), events),
        TE.map(({ lastRevision }) => written(stream, events, lastRevision)),
        TE.orElse((error) => {
          if (error._tag !== 'WrongRevision' || left <= 1) return TE.left(storage(error));
          deps.streams?.forget(stream);
          return attempt(left - 1);
        }),
      );

    return command.loaded === undefined ? attempt(tries) : decideAndAppend(command.loaded, tries);
  };

/**
 * Carries a command out: reads its stream, decides, appends at the revision it read, and decides again a
 * bounded number of times where others appended meanwhile. A command that was carried out before (by its
 * id) answers with the events that it made then.
 */
export const carryOut =
  (deps: Writable) =>
  <Order, Reason extends Refusal, Body extends EventBody>(
    command: Command<Order, Reason, Body>,
  ): TE.TaskEither<Failure, Done> =>
    pipe(writeCommand(deps)(command), inTurn(deps, command.stream), answering(deps));
