import { isThere, party as partyItself, type PartyId } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, missing } from '../failure.ts';
import { endOfTime } from '../questions/load-directory.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import { loadStream } from '../carrying-out/load-stream.ts';

/** A party that is registered, read from the log itself: it may have been a moment ago. */
export const existingParty = ({ log }: Writable, party: PartyId): TE.TaskEither<Failure, PartyId> =>
  pipe(
    loadStream(log, streamOf('party', party), endOfTime),
    TE.filterOrElse(
      ({ state }) => isThere(state.cut, partyItself),
      () => missing(`Nobody is known by the id "${party}": register them first.`, 'party'),
    ),
    TE.map(() => party),
  );
