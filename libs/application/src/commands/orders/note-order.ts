import { AddNote, type Text } from '@trackrecord/domain';
import { type MakeOrders, type OnAction, simply } from '../making-orders.ts';
import { newRef } from '../new-ref.ts';

/** Adds a note on progress. */
export const noteOrder = (text: Text): MakeOrders<OnAction> =>
  simply(({ deps, action }) => AddNote.of({ action, note: newRef(deps, 'n'), text }));
