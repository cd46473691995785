import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing, existingSubject } from '../guards.ts';
import type { NotFound, NotMovable } from '../refusals.ts';
import { Ref, Subject } from '../words.ts';
import { itemPriority } from './fields.ts';
import { ItemMoved } from './item-moved.ts';

/** Moves a theme or a result to another priority. */
export const MoveItem = defineCommand('MoveItem', t.type({ item: Subject, priority: Ref }));

export type MoveItemRefusal = NotFound | NotMovable;

export const moveItem: DecideOn<typeof MoveItem, MoveItemRefusal, PlanBody> =
  (state) =>
  ({ item, priority }) =>
    pipe(
      existingSubject(state, item),
      E.filterOrElseW(
        (subject) => O.isSome(itemPriority.of(state.cut, subject)),
        (): NotMovable => ({ _tag: 'NotMovable', item }),
      ),
      E.chainFirstW(() => existing(state, 'priority', priority)),
      E.map(() => [ItemMoved.of({ item, priority })]),
    );
