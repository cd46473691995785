import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existingSubject } from '../guards.ts';
import type { InUse, NotFound, NotRemovable } from '../refusals.ts';
import { Subject } from '../words.ts';
import { ItemRemoved } from './item-removed.ts';
import { standingUnder } from './standing-under.ts';

const removable = ['priority', 'theme', 'enabler', 'result', 'dataNeed'];

/**
 * Takes a priority, theme, enabler, result or data need out of the plan, when nothing stands under it;
 * `unlessInUse`: else leaves it where it is, as for a document that does not know what people put there.
 */
export const RemoveItem = defineCommand(
  'RemoveItem',
  t.intersection([t.type({ item: Subject }), t.partial({ unlessInUse: t.literal(true) })]),
);

export type RemoveItemRefusal = NotFound | NotRemovable | InUse;

export const removeItem: DecideOn<typeof RemoveItem, RemoveItemRefusal, PlanBody> =
  (state) =>
  ({ item, unlessInUse }) => {
    const [kind = '', ...ref] = item.split(':');
    const by = standingUnder(state.cut, kind, ref.join(':'));
    return pipe(
      existingSubject(state, item),
      E.filterOrElseW(
        () => removable.includes(kind),
        (): NotRemovable => ({ _tag: 'NotRemovable', item }),
      ),
      E.filterOrElseW(
        () => by.length === 0 || unlessInUse === true,
        (): InUse => ({ _tag: 'InUse', kind, ref: ref.join(':'), by }),
      ),
      E.map(() => (by.length === 0 ? [ItemRemoved.of({ item })] : [])),
    );
  };
