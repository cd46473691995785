import { type Failure, storage } from '@trackrecord/application';
import type { CommandId, Ordinal, StreamName } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../desk.ts';
import type { Exchange } from '../http/exchange.ts';
import type { ApiProblem } from './api-problem.ts';
import { readIfMatch } from './entity-tag.ts';

/** What `If-Match` is held against: a stream, or one subject in it. */
export type Thing = Readonly<{ stream: StreamName; subject?: string | undefined }>;

const changedSince = (lastChange: Ordinal): ApiProblem => ({
  _tag: 'ApiProblem',
  status: 412,
  type: 'changed-since',
  title: 'It was changed since you looked',
  detail: `What you looked at (If-Match) was changed since, at ordinal ${lastChange}. Nothing was written. Get it again, and say it again if it still holds.`,
});

const looksAfterNothing: ApiProblem = {
  _tag: 'ApiProblem',
  status: 400,
  type: 'invalid',
  title: 'What was sent is not what is accepted',
  detail:
    'If-Match counts for changes of one thing that can be got with an ETag; leave it out here.',
  errors: [{ parameter: 'If-Match', detail: 'Leave it out here.' }],
};

/** Whether the command of a request that is repeated was carried out already. */
const isRepeated = (
  { log }: Desk,
  { stream }: Thing,
  commandId: CommandId | undefined,
): TE.TaskEither<Failure, boolean> =>
  commandId === undefined
    ? TE.right(false)
    : pipe(
        log.readStream(stream, { direction: 'forwards' }),
        TE.bimap(storage, (events) => events.some(({ event }) => event.commandId === commandId)),
      );

/**
 * The ordinal that whoever sent `If-Match` looked at; `undefined` where they sent none. A thing that was changed
 * since is a problem, except by the very command that is sent again.
 */
export const looked = (
  desk: Desk,
  { header }: Exchange,
  thing: Thing | undefined,
  commandId: CommandId | undefined,
): TE.TaskEither<Failure | ApiProblem, Ordinal | undefined> => {
  const given = header('if-match');
  if (given === undefined) return TE.right(undefined);
  const seen = readIfMatch(given);
  if (thing === undefined)
    return seen._tag === 'Any' ? TE.right(undefined) : TE.left(looksAfterNothing);
  if (seen._tag === 'Any') return TE.right(undefined);
  return pipe(
    desk.views.catchUp(),
    TE.chainEitherK((head) => desk.views.lastOrdinalOf(thing.stream, head, thing.subject)),
    TE.mapLeft(storage),
    TE.chainW((lastChange): TE.TaskEither<Failure | ApiProblem, Ordinal | undefined> => {
      const ordinal = seen.ordinals.find((one) => one >= lastChange);
      return ordinal === undefined
        ? pipe(
            isRepeated(desk, thing, commandId),
            TE.chainW((repeated) =>
              repeated ? TE.right(undefined) : TE.left(changedSince(lastChange)),
            ),
          )
        : TE.right(ordinal);
    }),
  );
};
