import { lookupActionByRef, Ref, type StreamState } from '@trackrecord/domain';
import { listActions } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, missing } from '../failure.ts';

const hint = ({ cut }: StreamState): string => {
  const refs = listActions(cut).map(({ ref }) => ref);
  return refs.length === 0
    ? 'it has no actions then'
    : `its ${refs.length} actions go from ${refs[0] ?? ''} to ${refs.at(-1) ?? ''}`;
};

/** The id of the action that a ref means in a plan on a date. */
export const lookupActionId = (state: StreamState, ref: string): E.Either<Failure, Ref> =>
  pipe(
    lookupActionByRef(state.cut)(ref),
    O.filter(Ref.is),
    E.fromOption(() =>
      missing(
        `There is no action "${ref}" in the plan as of ${state.asOf}: ${hint(state)}.`,
        'action',
      ),
    ),
  );
