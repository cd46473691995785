import { AssignOwner, type OwnerRole } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { MakeOrders, OnAction } from '../making-orders.ts';
import { partyOf, type Whom } from '../whom.ts';

/** Makes somebody an owner of an action; a new name is registered. */
export const assignOrder =
  (owner: Whom, role: OwnerRole): MakeOrders<OnAction> =>
  ({ deps, said, action }) =>
    pipe(
      partyOf(deps, said, 'owner')(owner),
      TE.map((party) => AssignOwner.of({ action, party, role })),
    );
