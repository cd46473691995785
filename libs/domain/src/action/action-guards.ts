import type { Values } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { existing, isThere } from '../guards.ts';
import type { NotFound, RefTaken, ThemeElsewhere } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
import { itemPriority } from '../structure/fields.ts';
import { subjectOf } from '../subjects.ts';
import type { Ref } from '../words.ts';
import { actionRef, type Place } from './fields.ts';

const prefix = 'action:';

/** The ids of the actions that a plan holds. */
export const listActionIds = (cut: Values): ReadonlyArray<string> =>
  [...cut.keys()]
    .filter((subject) => subject.startsWith(prefix) && isThere(cut, subject))
    .map((subject) => subject.slice(prefix.length));

/** The id of the action that is known by a ref now. */
export const lookupActionByRef =
  (cut: Values) =>
  (ref: string): O.Option<string> =>
    O.fromNullable(
      listActionIds(cut).find((id) => O.toUndefined(actionRef.of(cut, prefix + id)) === ref),
    );

/** A ref that no other action has now: refs are unique within a plan. */
export const freeRef = ({ cut }: StreamState, action: Ref, ref: Ref): E.Either<RefTaken, Ref> =>
  pipe(
    lookupActionByRef(cut)(ref),
    O.filter((holder) => holder !== action),
    O.match(
      () => E.right(ref),
      () => E.left({ _tag: 'RefTaken', kind: 'action', ref }),
    ),
  );

/** A theme that belongs to the priority that is named beside it. */
const themeOfPriority = (
  { cut }: StreamState,
  { theme, priority }: Place,
): E.Either<ThemeElsewhere, null> => {
  if (theme === undefined || priority === undefined) return E.right(null);
  const belongsTo = O.toUndefined(itemPriority.of(cut, subjectOf('theme', theme)));
  return belongsTo === undefined || belongsTo === priority
    ? E.right(null)
    : E.left({ _tag: 'ThemeElsewhere', theme, priority, belongsTo });
};

/** A place all of whose items are in the plan, its theme under its priority. */
export const existingPlace = (
  state: StreamState,
  place: Place,
): E.Either<NotFound | ThemeElsewhere, Place> =>
  pipe(
    [
      ...(place.priority === undefined ? [] : [['priority', place.priority] as const]),
      ...(place.theme === undefined ? [] : [['theme', place.theme] as const]),
      ...(place.enabler === undefined ? [] : [['enabler', place.enabler] as const]),
      ...place.results.map((result) => ['result', result] as const),
    ],
    E.traverseArray(([kind, ref]) => existing(state, kind, ref)),
    E.chainW(() => themeOfPriority(state, place)),
    E.map(() => place),
  );
