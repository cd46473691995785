import { isThere, lookupActionByRef, Ref, type StreamState, subjectOf } from '@trackrecord/domain';
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

const noSuchAction = (state: StreamState, ref: string): Failure =>
  missing(`There is no action "${ref}" in the plan as of ${state.asOf}: ${hint(state)}.`, 'action');

/** The id of the action that a ref means in a plan on a date. */
export const lookupActionId = (state: StreamState, ref: string): E.Either<Failure, Ref> =>
  pipe(
    lookupActionByRef(state.cut)(ref),
    O.filter(Ref.is),
    E.fromOption(() => noSuchAction(state, ref)),
  );

/**
 * An action by its id, where it is in the plan on a date.
 * @param ref what it is called where it is not
 */
export const existingAction = (
  state: StreamState,
  action: string,
  ref: string,
): E.Either<Failure, Ref> =>
  Ref.is(action) && isThere(state.cut, subjectOf('action', action))
    ? E.right(action)
    : E.left(noSuchAction(state, ref));
