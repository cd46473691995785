import { LocalDate } from '@trackrecord/kernel';
import { type Directory, directoryOf, partyStateOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import { type Failure, storage } from '../failure.ts';
import { idIn } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';

const isDate = (text: string): LocalDate => {
  if (LocalDate.is(text)) return text;
  throw new Error(`${text} is no date`);
};

/** After every date that a plan can name: "as of" it, all that was ever said holds. */
export const endOfTime = isDate('9999-12-31');

/** Everybody, by the names that they go by now (whatever date a question asks of). */
export const loadDirectory = ({ views }: Pick<Readable, 'views'>): E.Either<Failure, Directory> =>
  pipe(
    E.Do,
    E.bind('knownAt', () => views.head()),
    E.bind('streams', () => views.listStreams('party')),
    E.chain(({ knownAt, streams }) =>
      pipe(
        streams,
        E.traverseArray((stream) =>
          pipe(
            views.cutOf(stream, { asOf: endOfTime, knownAt }),
            E.map((cut) => partyStateOf(idIn(stream), cut)),
          ),
        ),
      ),
    ),
    E.mapLeft(storage),
    E.map((parties) => directoryOf(RA.compact(parties))),
  );
