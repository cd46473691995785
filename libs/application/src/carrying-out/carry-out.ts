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
import {
  inTurn,
  nothingUnderway,
  type Underway,
  type Written,
  writtenBefore,
  writtenUpTo,
} from './underway.ts';

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

/** What a command did: its events (none: nothing new), and when the views hold them. */
export type Done = Written &
  Readonly<{
    /**
     * The ordinal at which the views hold them; `null` where the views could not take them in: they are recorded, and
     * the views catch up with the next question.
     */
    ordinal: Ordinal | null;
  }>;

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

/** How often a command is decided again when others were quicker. */
const tries = 5;

const expectedAfter = ({ state }: LoadedStream): ExpectedRevision =>
  state.length === 0 ? { _tag: 'NoStream' } : { _tag: 'Revision', revision: state.length - 1 };

const decided = <Order, Reason extends Refusal, Body extends EventBody>(
  { decide, circumstances, steps, following }: Command<Order, Reason, Body>,
  loaded: LoadedStream,
): E.Either<Failure, ReadonlyArray<DomainEvent>> =>
  pipe(
    steps(loaded.state),
    E.chain((all) =>
      pipe(
        decideCommand(decide)(loaded.state)(circumstances, all),
        E.mapLeft(({ step, refusal }): Failure => ({ _tag: 'Refused', refusal, step })),
      ),
    ),
    E.chain((events) =>
      following === undefined
        ? E.right(events)
        : pipe(
            following([...loaded.events, ...events]),
            E.map((more) => [...events, ...more]),
          ),
    ),
  );

/**
 * Decides a command and starts to append what it decided, as `carryOut` does, without waiting for its turn before, or
 * for what comes of it after.
 */
export const startCommand =
  (deps: Writable) =>
  <Order, Reason extends Refusal, Body extends EventBody>(
    command: Command<Order, Reason, Body>,
  ): TE.TaskEither<Failure, Underway> => {
    const { stream, circumstances } = command;

    const attempt = (left: number): TE.TaskEither<Failure, Underway> =>
      pipe(
        loadFor(deps, stream, circumstances.effectiveOn),
        TE.chain((loaded) => decideAndSend(loaded, left)),
      );

    const decideAndSend = (
      loaded: LoadedStream,
      left: number,
    ): TE.TaskEither<Failure, Underway> => {
      const before = writtenBefore(circumstances.commandId, stream, loaded);
      if (before !== undefined) return TE.right(nothingUnderway(before));
      return pipe(
        TE.fromEither(decided(command, loaded)),
        TE.chainFirst((events) => changedMeanwhile(deps, command, events)),
        TE.chain((events) =>
          pipe(
            NEA.fromArray([...events]),
            O.match(
              () => TE.right(nothingUnderway(writtenUpTo(stream, [], loaded.state.length - 1))),
              (some) => TE.fromTask(send(loaded, some, left)),
            ),
          ),
        ),
      );
    };

    const send =
      (
        loaded: LoadedStream,
        events: NEA.NonEmptyArray<DomainEvent>,
        left: number,
      ): T.Task<Underway> =>
      async () => {
        const outcome = deps.log.append(stream, expectedAfter(loaded), events)();
        await deps.streams?.send(stream, { after: loaded.state.length, events, outcome })();
        return {
          isUnderway: true,
          written: pipe(
            () => outcome,
            TE.map(({ lastRevision }) => writtenUpTo(stream, events, lastRevision)),
            TE.orElse((error) => {
              if (error._tag !== 'WrongRevision' || left <= 1) return TE.left(storage(error));
              deps.streams?.forget(stream);
              return pipe(attempt(left - 1), inTurn(deps, command));
            }),
          ),
        };
      };

    return command.loaded === undefined ? attempt(tries) : decideAndSend(command.loaded, tries);
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
    pipe(startCommand(deps)(command), inTurn(deps, command), answering(deps));
