import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { existing, free } from '../guards.ts';
import type { NotFound, RefTaken, TargetIsDropped } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
import { subjectOf } from '../subjects.ts';
import type { Ref } from '../words.ts';
import { dataNeedStatus, targetStatus } from './fields.ts';

const isDropped = ({ cut }: StreamState, subject: string): boolean =>
  O.toUndefined(targetStatus.of(cut, subject)) === 'dropped';

/** The subject of a target that must be in the plan and not dropped. */
export const standingTarget = (
  state: StreamState,
  target: Ref,
): E.Either<NotFound | TargetIsDropped, string> =>
  pipe(
    existing(state, 'target', target),
    E.filterOrElseW(
      (subject) => !isDropped(state, subject),
      (): TargetIsDropped => ({ _tag: 'TargetIsDropped', target }),
    ),
  );

/** A ref that no target stands under: a target that was dropped may be set again. */
export const freeTarget = (state: StreamState, target: Ref): E.Either<RefTaken, string> =>
  isDropped(state, subjectOf('target', target))
    ? E.right(subjectOf('target', target))
    : free(state, 'target', target);

/** A ref that no data need has that is still wanted: one that was met may be raised again. */
export const freeDataNeed = (state: StreamState, dataNeed: Ref): E.Either<RefTaken, string> => {
  const subject = subjectOf('dataNeed', dataNeed);
  return O.toUndefined(dataNeedStatus.of(state.cut, subject)) === 'met'
    ? E.right(subject)
    : free(state, 'dataNeed', dataNeed);
};
