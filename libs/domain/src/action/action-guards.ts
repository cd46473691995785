import { type Values, valueOf } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { existing, isThere } from '../guards.ts';
import type { NotFound, RefTaken } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
import type { Ref } from '../words.ts';
import { actionRef, actionStatus, type Place } from './fields.ts';

const prefix = 'action:';

/** The ids of the actions that a plan holds. */
export const listActionIds = (cut: Values): ReadonlyArray<string> =>
  [...cut.keys()]
    .filter((subject) => subject.startsWith(prefix) && isThere(cut, subject))
    .map((subject) => subject.slice(prefix.length));

const isOpen = (cut: Values, id: string): boolean =>
  O.toUndefined(actionStatus.of(cut, prefix + id)) === 'open';

/** The ids of the actions that are known by a ref now: one that has ended may share its ref with the one after it. */
const withRef = (cut: Values, ref: string): ReadonlyArray<string> =>
  // Few have the ref, and it is soon seen: whether they are there is asked of those alone.
  [...cut.keys()]
    .filter((subject) => subject.startsWith(prefix))
    .filter((subject) => valueOf(cut, subject, actionRef.name) === ref && isThere(cut, subject))
    .map((subject) => subject.slice(prefix.length));

/** The id of the action that is known by a ref now; one that has ended where no open one is. */
export const lookupActionByRef =
  (cut: Values) =>
  (ref: string): O.Option<string> => {
    const ids = withRef(cut, ref);
    return O.fromNullable(ids.find((id) => isOpen(cut, id)) ?? ids.at(-1));
  };

/**
 * The id of the action that holds a ref. One that is closed or withdrawn has given its ref up: the next
 * document often leaves it out and numbers the others anew.
 */
export const lookupHolder =
  (cut: Values) =>
  (ref: string): O.Option<string> =>
    O.fromNullable(withRef(cut, ref).find((id) => isOpen(cut, id)));

/** A ref that no other action holds: refs are unique among the open actions of a plan. */
export const freeRef = ({ cut }: StreamState, action: Ref, ref: Ref): E.Either<RefTaken, Ref> =>
  pipe(
    lookupHolder(cut)(ref),
    O.filter((holder) => holder !== action),
    O.match(
      () => E.right(ref),
      () => E.left({ _tag: 'RefTaken', kind: 'action', ref }),
    ),
  );

/** A place all of whose items are in the plan. */
export const existingPlace = (state: StreamState, place: Place): E.Either<NotFound, Place> =>
  pipe(
    [
      ...(place.priority === undefined ? [] : [['priority', place.priority] as const]),
      ...(place.theme === undefined ? [] : [['theme', place.theme] as const]),
      ...(place.enabler === undefined ? [] : [['enabler', place.enabler] as const]),
      ...place.results.map((result) => ['result', result] as const),
    ],
    E.traverseArray(([kind, ref]) => existing(state, kind, ref)),
    E.map(() => place),
  );
