import { decideParty, type PartyId, type PartyOrder } from '@trackrecord/domain';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Author, carryOutAs } from '../carrying-out/carry-out-as.ts';
import type { Done } from '../carrying-out/carry-out.ts';
import type { Failure } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import { existingParty } from './existing-party.ts';

/** Changes what is known of a person or an organisation itself: its name, its address, whether it gets reminders. */
export const changeParty =
  (deps: Writable) =>
  ({
    party,
    author,
    order,
  }: Readonly<{ party: PartyId; author: Author; order: PartyOrder }>): TE.TaskEither<
    Failure,
    Done
  > =>
    pipe(
      existingParty(deps, party),
      TE.chain(() =>
        carryOutAs(deps)({
          author,
          stream: () => streamOf('party', party),
          decide: decideParty,
          steps: () => TE.right([{ order }]),
        }),
      ),
    );
