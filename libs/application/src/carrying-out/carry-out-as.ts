import type { EventBody, Refusal, Step, StreamState } from '@trackrecord/domain';
import type { CommandId, Decide, Ordinal, StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import { ofAction } from '../failure-field.ts';
import type { Writable } from '../trackrecord.ts';
import { answering, type Done, startCommand } from './carry-out.ts';
import { circumstancesOf, type Said } from './circumstances.ts';
import { loadFor } from './load-stream.ts';
import type { LoadedStream } from './loaded-stream.ts';
import { rehearsalOn } from './rehearsal.ts';
import { inTurn, nothingUnderway, type Underway, type Written, writtenBefore } from './underway.ts';

/** What an author says around a command, and the ordinal that they looked at. */
export type Authored = Said & Readonly<{ basedOn?: Ordinal | undefined }>;

/** Who says it; names are looked up on the data that they are given, and registered there where they are new. */
export type Author = (stage: Writable) => TE.TaskEither<Failure, Authored>;

/** What steps are made of: the data (for trial, then in earnest), who says it, and the stream as of its date. */
export type Making = Readonly<{ deps: Writable; said: Authored; state: StreamState }>;

/** A step; `ref` is the action that it is of, where there are several and a failure is to name its own. */
export type StepOf<Order> = Step<Order> & Readonly<{ ref?: string | undefined }>;

/** A command as people give it: by whom, on which stream, and how its steps are made. */
export type CommandAs<Order, Reason extends Refusal, Body extends EventBody> = Readonly<{
  author: Author;
  stream: (said: Said) => StreamName;
  decide: Decide<StreamState, Order, Reason, Body>;
  steps: (making: Making) => TE.TaskEither<Failure, ReadonlyArray<StepOf<Order>>>;
  /**
   * The command's own id, where whoever gives it may have to give it again: the second time it answers with what it
   * did the first. Ids of different commands differ in more than their last four hexadecimal digits.
   */
  commandId?: CommandId | undefined;
}>;

type Prepared<Order> = Readonly<{
  said: Authored;
  stream: StreamName;
  loaded: LoadedStream;
  steps: ReadonlyArray<StepOf<Order>>;
}>;

/** The action that a failure is about, of those that the steps are of. */
const naming =
  (steps: ReadonlyArray<StepOf<unknown>>) =>
  (failure: Failure): Failure => {
    const among = (ref: string | null | undefined) => steps.find((step) => step.ref === ref)?.ref;
    const ref =
      failure._tag === 'Refused'
        ? steps[failure.step]?.ref
        : failure._tag === 'Conflict'
          ? among(failure.changed?.ref)
          : undefined;
    return ref === undefined ? failure : ofAction(ref)(failure);
  };

/** A command that is ready to be carried out, or what it did when it was carried out before. */
type Ready<Order> = E.Either<Written, Prepared<Order>>;

/** The command of an author on a stage, up to its decision. */
const prepared = <Order, Reason extends Refusal, Body extends EventBody>(
  stage: Writable,
  { stream: streamFor, steps: make, commandId }: CommandAs<Order, Reason, Body>,
  said: Authored,
): TE.TaskEither<Failure, Ready<Order>> => {
  const stream = streamFor(said);
  return pipe(
    loadFor(stage, stream, said.effectiveOn),
    TE.chain((loaded): TE.TaskEither<Failure, Ready<Order>> => {
      const before = commandId === undefined ? undefined : writtenBefore(commandId, stream, loaded);
      return before === undefined
        ? pipe(
            make({ deps: stage, said, state: loaded.state }),
            TE.map((steps) => E.right({ said, stream, loaded, steps })),
          )
        : TE.right(E.left(before));
    }),
  );
};

const carriedOut = <Order, Reason extends Refusal, Body extends EventBody>(
  stage: Writable,
  { decide, commandId }: CommandAs<Order, Reason, Body>,
  { said, stream, loaded, steps }: Prepared<Order>,
): TE.TaskEither<Failure, Underway> =>
  pipe(
    startCommand(stage)({
      stream,
      decide,
      circumstances: {
        ...circumstancesOf(stage, said),
        ...(commandId === undefined ? {} : { commandId }),
      },
      steps: () => E.right(steps.map(({ ref: _, ...step }) => step)),
      basedOn: said.basedOn,
      loaded,
    }),
    TE.bimap(naming(steps), (underway) => ({
      ...underway,
      written: TE.mapLeft(naming(steps))(underway.written),
    })),
  );

/**
 * Carries a command of a person out. Whom it names anew – its author, an owner – is registered by commands before
 * it: so all of it is tried first where it would register anybody, and where any of it would be refused, none of it
 * is written.
 */
export const carryOutAs =
  (deps: Writable) =>
  <Order, Reason extends Refusal, Body extends EventBody>(
    command: CommandAs<Order, Reason, Body>,
  ): TE.TaskEither<Failure, Done> => {
    const { stage, hasWritten } = rehearsalOn(deps);

    const inEarnest = E.match(
      (before: Written) => TE.right<Failure, Underway>(nothingUnderway(before)),
      (ready: Prepared<Order>) => carriedOut(deps, command, ready),
    );

    const triedFirst = (ready: Prepared<Order>): TE.TaskEither<Failure, Underway> =>
      pipe(
        carriedOut(stage, command, ready),
        TE.chain(({ written }) => written),
        TE.chain(() => command.author(deps)),
        TE.chain((said) => prepared(deps, command, said)),
        TE.chain(inEarnest),
      );

    return pipe(
      command.author(stage),
      TE.chain((said) =>
        pipe(
          prepared(stage, command, said),
          TE.chain((ready) =>
            E.isRight(ready) && hasWritten() ? triedFirst(ready.right) : inEarnest(ready),
          ),
          inTurn(deps, { stream: command.stream(said), basedOn: said.basedOn }),
        ),
      ),
      answering(deps),
    );
  };
