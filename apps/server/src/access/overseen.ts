import {
  type Clocks,
  type Failure,
  mayOn,
  type Principal,
  type Question,
  type Readable,
  resolveKnownAt,
} from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { accessZone } from './signed-in.ts';

/**
 * As of when somebody is shown who was given which account, role and token; `undefined` for whoever may not see that.
 * Access belongs to no plan: it takes a role on every one.
 */
export const overseen = (
  deps: Readable,
  principal: Pick<Principal, 'grants'>,
  { asOf, knownAt }: Question,
): E.Either<Failure, Clocks | undefined> =>
  mayOn(principal, 'oversee', null)
    ? pipe(
        resolveKnownAt(deps, accessZone, knownAt),
        E.map((ordinal) => ({ asOf: asOf ?? deps.clock.today(accessZone), knownAt: ordinal })),
      )
    : E.right(undefined);
