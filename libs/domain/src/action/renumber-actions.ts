import { JsonString } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound, RefTaken } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
import { Ref } from '../words.ts';
import { lookupHolder } from './action-guards.ts';
import { ActionRenumbered } from './action-renumbered.ts';
import { actionRef } from './fields.ts';

const Renumbering = t.type({ action: Ref, ref: Ref, label: JsonString }, 'Renumbering');
type Renumbering = t.TypeOf<typeof Renumbering>;

/**
 * Gives actions other refs, or other labels for the same; the refs that they had stay known. All at once,
 * since a new action in the middle of a document moves every number after it.
 */
export const RenumberActions = defineCommand(
  'RenumberActions',
  t.type({ renumbered: t.readonlyArray(Renumbering) }),
);

export type RenumberActionsRefusal = NotFound | RefTaken;

/** A ref is free when nobody holds it, or when who holds it gives it up in the same command. */
const isFree = ({ cut }: StreamState, all: ReadonlyArray<Renumbering>, ref: Ref): boolean =>
  all.filter((one) => one.ref === ref).length === 1 &&
  pipe(
    lookupHolder(cut)(ref),
    O.match(
      () => true,
      (holder) => all.some(({ action }) => action === holder),
    ),
  );

/** The ref that the action had, where another one takes its place. */
const knownAs = (
  { cut }: StreamState,
  subject: string,
  { action, ref }: Renumbering,
): Readonly<{ knownAs?: Ref }> => {
  const had = O.getOrElse(() => action)(actionRef.of(cut, subject));
  return had === ref ? {} : { knownAs: had };
};

export const renumberActions: DecideOn<typeof RenumberActions, RenumberActionsRefusal, PlanBody> =
  (state) =>
  ({ renumbered }) =>
    pipe(
      renumbered,
      E.traverseArray((one) =>
        pipe(
          existing(state, 'action', one.action),
          E.filterOrElseW(
            () => isFree(state, renumbered, one.ref),
            (): RefTaken => ({ _tag: 'RefTaken', kind: 'action', ref: one.ref }),
          ),
          E.map((subject) => ActionRenumbered.of({ ...one, ...knownAs(state, subject, one) })),
        ),
      ),
    );
