import {
  isThere,
  lookupActionByRef,
  type PlanId,
  Ref,
  type StreamState,
} from '@trackrecord/domain';
import { type Failure, missing } from '../failure.ts';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { listActions } from '@trackrecord/read-models';

const anyRef = Ref.decode('-');

const hint = ({ cut }: StreamState): string => {
  const refs = listActions(cut).map(({ ref }) => ref);
  return refs.length === 0
    ? 'it has no actions then'
    : `its ${refs.length} actions go from ${refs[0] ?? ''} to ${refs.at(-1) ?? ''}`;
};

/**
 * The id of the action that a ref means in a plan on a date; where no ref is asked for, one that means nothing.
 * The plan must be there.
 */
export const lookupActionId = (
  plan: PlanId,
  state: StreamState,
  ref: string | undefined,
): E.Either<Failure, Ref> => {
  if (!isThere(state.cut, 'plan')) {
    return E.left(
      missing(
        `There is no plan "${plan}" as of ${state.asOf}. "trackrecord plans" lists the plans; --effective-on says another date.`,
      ),
    );
  }
  if (ref === undefined) return E.mapLeft(() => missing('There is no action.'))(anyRef);
  return pipe(
    lookupActionByRef(state.cut)(ref),
    O.filter(Ref.is),
    E.fromOption(() =>
      missing(`There is no action "${ref}" in the plan as of ${state.asOf}: ${hint(state)}.`),
    ),
  );
};
