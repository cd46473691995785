import { doneBefore, type Done, type Failure, loadStream } from '@trackrecord/application';
import type { CommandId, StreamName } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../desk.ts';
import { dateOf } from './circumstances.ts';
import type { Changing } from './change.ts';

/** The desk with ids that a repeated request makes again: one command, one account or token. */
export const deskFor = ({ desk, repeatable }: Changing): Desk => {
  if (repeatable === undefined) return desk;
  const { commandId } = repeatable;
  return { ...desk, ids: { ...desk.ids, commandId: () => commandId } };
};

/** What a repeated request's command did the first time; `undefined` where it was not carried out yet. */
export const didBefore = (
  { desk, around }: Changing,
  stream: StreamName,
  commandId: CommandId | undefined,
): TE.TaskEither<Failure, Done | undefined> =>
  commandId === undefined
    ? TE.right(undefined)
    : pipe(
        loadStream(desk.log, stream, dateOf(desk, around)),
        TE.chain((loaded) => doneBefore(desk)(commandId, stream, loaded)),
      );

/** Carries something out, or answers with what the same request did before. */
export const onceOnly = (
  changing: Changing,
  stream: StreamName,
  carryOut: TE.TaskEither<Failure, Done>,
): TE.TaskEither<Failure, Done> =>
  pipe(
    didBefore(changing, stream, changing.repeatable?.commandId),
    TE.chain((done) => (done === undefined ? carryOut : TE.right(done))),
  );
