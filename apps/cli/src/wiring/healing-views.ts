import type { StorageError, Views } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as T from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';

/** How views that turned out to be damaged are known, and made anew. */
export type Healing = Readonly<{
  /** Whether damage was met: it takes the file of the views away. */
  isGone: () => boolean;
  /** Opens views over the same log, in the same place, that hold all of it. */
  reopen: TE.TaskEither<StorageError, Views>;
}>;

const beingMade: StorageError = {
  _tag: 'Unavailable',
  message:
    'The views of the log were damaged and are being built anew from it. Nothing is lost: ask again soon.',
};

/**
 * Views for a process that lives long: where damage is met in them, new ones are built from the log and take their
 * place. A command needs none of it, the next one opens them anew. Questions that are asked meanwhile are told to be
 * asked again; whoever waits for the views to catch up waits for the new ones.
 */
export const healingViews = (first: Views, { isGone, reopen }: Healing): Views => {
  let views = first;
  let healing: Promise<E.Either<StorageError, Views>> | undefined;
  // Somebody may still be taking the log into them.
  const outworn: Array<Views> = [];

  const heal: T.Task<E.Either<StorageError, Views>> = () => {
    healing ??= reopen().then((reopened) => {
      healing = undefined;
      if (E.isRight(reopened)) {
        outworn.push(views);
        views = reopened.right;
      }
      return reopened;
    });
    return healing;
  };

  const reading = <A>(
    read: (from: Views) => E.Either<StorageError, A>,
  ): E.Either<StorageError, A> => {
    // What is damaged would take the new ones away as well.
    if (healing !== undefined) return E.left(beingMade);
    const answer = read(views);
    if (E.isLeft(answer) && isGone()) void heal();
    return answer;
  };

  const whole: TE.TaskEither<StorageError, Views> = () =>
    healing ?? Promise.resolve(E.right(views));

  /** Carried out once more on new views where damage came to light. */
  const writing = <A>(
    write: (to: Views) => TE.TaskEither<StorageError, A>,
  ): TE.TaskEither<StorageError, A> =>
    pipe(
      whole,
      TE.chain(write),
      TE.orElse((error) => (isGone() ? pipe(heal, TE.chain(write)) : TE.left(error))),
    );

  return {
    catchUp: (onProgress) => writing((to) => to.catchUp(onProgress)),
    rebuild: (onProgress) => writing((to) => to.rebuild(onProgress)),
    head: () => reading((from) => from.head()),
    ordinalAt: (instant) => reading((from) => from.ordinalAt(instant)),
    listStreams: (category, idBegins) => reading((from) => from.listStreams(category, idBegins)),
    listStreamsNaming: (category, party) =>
      reading((from) => from.listStreamsNaming(category, party)),
    listSubjectsNaming: (category, party) =>
      reading((from) => from.listSubjectsNaming(category, party)),
    cutOf: (stream, point, subject, fields) =>
      reading((from) => from.cutOf(stream, point, subject, fields)),
    recordsOf: (stream, knownAt, filter) =>
      reading((from) => from.recordsOf(stream, knownAt, filter)),
    trailOf: (stream, knownAt, filter, page) =>
      reading((from) => from.trailOf(stream, knownAt, filter, page)),
    lastOrdinalOf: (stream, knownAt, subject) =>
      reading((from) => from.lastOrdinalOf(stream, knownAt, subject)),
    close: () => {
      [...outworn, views].forEach((one) => {
        one.close();
      });
    },
  };
};
