import type { Values } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { existing, isThere } from '../guards.ts';
import type { NotFound, RefTaken } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
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
