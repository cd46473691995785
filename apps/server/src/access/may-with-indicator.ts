import { type Capability, mayOn, type Principal } from '@trackrecord/application';
import { isOwnIndicatorOf, isSharedIndicator } from '@trackrecord/documents';

/**
 * Whether somebody may do something with an indicator, as far as its id tells whose it is: one with a code is every
 * plan's, one without is that of the plan which defined it.
 */
export const mayWithIndicator = (
  principal: Pick<Principal, 'grants'>,
  capability: Capability,
  id: string,
): boolean =>
  isSharedIndicator(id) ||
  principal.grants.some(
    ({ plan }) =>
      mayOn(principal, capability, plan) && (plan === null || isOwnIndicatorOf(plan)(id)),
  );
