import {
  type Capability,
  type Failure,
  mayNot,
  mayOn,
  type Principal,
} from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';

/**
 * Whether somebody may do something on some plan at least: people, organisations and partnerships belong to no one
 * plan, and whoever keeps one has to be able to register those that it names.
 */
export const maySomewhere = (
  principal: Principal,
  capability: Capability,
): E.Either<Failure, Principal> =>
  principal.grants.some(({ plan }) => mayOn(principal, capability, plan))
    ? E.right(principal)
    : E.left(mayNot(capability, null));
