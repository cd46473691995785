import { type Failure, storage, type Tail, type Views } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { NewsPlace } from '../store/webhook-store.ts';

type Deps = Readonly<{ views: Pick<Views, 'catchUp'>; tail: Tail }>;

/** Before everything: from there on everything is counted right, however long it takes. */
const start: NewsPlace = { position: undefined, ordinal: 0 };

const mostTries = 20;

/**
 * Where the log stands now. A position goes with an ordinal only where nobody read on while the views were asked;
 * where everybody writes all the time the log is followed from its start instead.
 */
export const placeNow =
  ({ views, tail }: Deps): TE.TaskEither<Failure, NewsPlace> =>
  async () => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const before = tail();
      const ordinal = await views.catchUp()();
      if (E.isLeft(ordinal)) return E.left(storage(ordinal.left));
      const position = tail();
      if (position !== undefined && position === before)
        return E.right({ position, ordinal: ordinal.right });
      if (position === undefined) return E.right(start);
    }
    return E.right(start);
  };
