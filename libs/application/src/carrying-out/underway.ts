import type { DomainEvent } from '@trackrecord/domain';
import type { CommandId, Ordinal, StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as T from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import type { Writable } from '../trackrecord.ts';
import { type Token, tokenOf } from '../waiting/token.ts';
import type { LoadedStream, Streams } from './loaded-stream.ts';

/** What a command left in its stream, whether or not the views hold it already. */
export type Written = Readonly<{
  events: ReadonlyArray<DomainEvent>;
  /**
   * The last of them, for a question on any node to wait for. Where there is nothing new it is the stream's last
   * event: who asks on another node why it was nothing new must see what was looked at here. `null` for no stream.
   */
  token: Token | null;
}>;

/** What a command left in a stream, up to a revision that is its last; -1 for a stream that is not there. */
export const writtenUpTo = (
  stream: StreamName,
  events: ReadonlyArray<DomainEvent>,
  revision: number,
): Written => ({ events, token: revision < 0 ? null : tokenOf({ stream, revision }) });

/** What a command did that was carried out before, by its id; `undefined` where none of its events is in the stream. */
export const writtenBefore = (
  commandId: CommandId,
  stream: StreamName,
  { events, commands }: Pick<LoadedStream, 'events' | 'commands'>,
): Written | undefined => {
  if (!commands.has(commandId)) return undefined;
  const isOwn = (event: DomainEvent) => event.commandId === commandId;
  return writtenUpTo(stream, events.filter(isOwn), events.findLastIndex(isOwn));
};

/** What a command has on its way to the log, or that it has nothing to write: known when its turn is over. */
export type Underway = Readonly<{
  isUnderway: boolean;
  written: TE.TaskEither<Failure, Written>;
}>;

/** Nothing is on its way: what is there was written before, or there is nothing new. */
export const nothingUnderway = (before: Written): Underway => ({
  isUnderway: false,
  written: TE.right(before),
});

type Attempt = TE.TaskEither<Failure, Underway>;

/**
 * A refusal, or that something is nothing new, may rest on events that are still on their way, and may never arrive:
 * then it is decided again once it is known what came of them. Events that rest on them need no such care: the log
 * takes them after those, or not at all.
 */
const onWhatIsThere =
  (streams: Streams, stream: StreamName, attempt: Attempt): Attempt =>
  async () => {
    const isAhead = streams.isUnderway(stream);
    const first = await attempt();
    if (!isAhead || (E.isRight(first) && first.right.isUnderway)) return first;
    await streams.settled(stream)();
    return attempt();
  };

/**
 * Runs what reads a stream and sends events to it when its turn has come, where people take turns; gives what came of
 * it, which the next does not wait for.
 * A change that is based on what its author looked at is held against the views, where nothing may be missing that is
 * on its way.
 */
export const inTurn =
  (
    { streams }: Pick<Writable, 'streams'>,
    { stream, basedOn }: Readonly<{ stream: StreamName; basedOn?: Ordinal | undefined }>,
  ) =>
  (attempt: Attempt): TE.TaskEither<Failure, Written> =>
    pipe(
      streams === undefined
        ? attempt
        : streams.inTurn(
            stream,
            basedOn !== undefined
              ? pipe(
                  streams.settled(stream),
                  T.chain(() => attempt),
                )
              : onWhatIsThere(streams, stream, attempt),
          ),
      TE.chain(({ written: soon }) => soon),
    );
