import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existingSubject } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Subject } from '../words.ts';
import { ItemRemoved } from './item-removed.ts';

/** Takes a priority, theme, enabler or result out of the plan. */
export const RemoveItem = defineCommand('RemoveItem', t.type({ item: Subject }));

export type RemoveItemRefusal = NotFound;

export const removeItem: DecideOn<typeof RemoveItem, RemoveItemRefusal, PlanBody> =
  (state) =>
  ({ item }) =>
    pipe(
      existingSubject(state, item),
      E.map(() => [ItemRemoved.of({ item })]),
    );
