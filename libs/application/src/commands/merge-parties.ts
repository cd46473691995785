import { decideParty, MergeParty } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import { carryOutAs } from '../carrying-out/carry-out-as.ts';
import type { Done } from '../carrying-out/carry-out.ts';
import type { Change } from './change-plan.ts';
import { knownParty } from './known-party.ts';

/** Two spellings of one person or organisation, each by name or id: the first is the second from now on. */
export type Merger = Omit<Change, 'plan'> & Readonly<{ party: string; into: string }>;

/** Merges two parties into one; both must be known. */
export const mergeParties =
  (deps: Writable) =>
  ({ party, into, ...command }: Merger): TE.TaskEither<Failure, Done> =>
    pipe(
      TE.Do,
      TE.bind('merged', () => TE.fromEither(knownParty(deps, party, 'party'))),
      TE.bind('other', () => TE.fromEither(knownParty(deps, into, 'into'))),
      TE.chain(({ merged, other }) =>
        carryOutAs(deps)({
          ...command,
          stream: () => streamOf('party', merged),
          decide: decideParty,
          steps: () => TE.right([{ order: MergeParty.of({ party: merged, into: other }) }]),
        }),
      ),
    );
