import { GiveUpdate, type Rating, type Text } from '@trackrecord/domain';
import { type MakeOrders, type OnAction, simply } from '../making-orders.ts';
import { newRef } from '../new-ref.ts';

/** Gives an update on an action, in words and maybe with the rating that goes with them: it settles what was asked. */
export const answerOrder = (text: Text, rating?: Rating): MakeOrders<OnAction> =>
  simply(({ deps, action }) =>
    GiveUpdate.of({
      action,
      note: { note: newRef(deps, 'n'), text },
      ...(rating === undefined ? {} : { rating }),
    }),
  );
