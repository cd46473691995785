import type { Values } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { listActionIds } from '../action/action-guards.ts';
import { actionPlace, actionStatus, type Place } from '../action/fields.ts';
import { isThere } from '../guards.ts';
import { subjectOf } from '../subjects.ts';
import { itemPriority } from './fields.ts';

const names = (place: Place, kind: string, ref: string): boolean =>
  [
    ['priority', place.priority],
    ['theme', place.theme],
    ['enabler', place.enabler],
    ...place.results.map((result) => ['result', result]),
  ].some(([named, by]) => named === kind && by === ref);

/** The themes, the results and the open actions that stand under an item, by their subjects. */
export const standingUnder = (cut: Values, kind: string, ref: string): ReadonlyArray<string> => {
  const items = [...cut.keys()].filter(
    (subject) =>
      kind === 'priority' &&
      isThere(cut, subject) &&
      O.toUndefined(itemPriority.of(cut, subject)) === ref,
  );
  const actions = listActionIds(cut)
    .map((action) => subjectOf('action', action))
    .filter((subject) => O.toUndefined(actionStatus.of(cut, subject)) === 'open')
    .filter((subject) =>
      O.exists((place: Place) => names(place, kind, ref))(actionPlace.of(cut, subject)),
    );
  return [...items, ...actions];
};
