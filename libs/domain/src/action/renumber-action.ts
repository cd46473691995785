import { JsonString } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound, RefTaken } from '../refusals.ts';
import { Ref } from '../words.ts';
import { freeRef } from './action-guards.ts';
import { ActionRenumbered } from './action-renumbered.ts';
import { actionRef } from './fields.ts';

/** Gives an action another ref, or another label for the same; the ref that it had stays known. */
export const RenumberAction = defineCommand(
  'RenumberAction',
  t.type({ action: Ref, ref: Ref, label: JsonString }),
);

export type RenumberActionRefusal = NotFound | RefTaken;

export const renumberAction: DecideOn<typeof RenumberAction, RenumberActionRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existing(state, 'action', asked.action),
      E.bindTo('subject'),
      E.chainFirstW(() => freeRef(state, asked.action, asked.ref)),
      E.map(({ subject }) => [
        ActionRenumbered.of({
          ...asked,
          knownAs: O.getOrElse(() => asked.action)(actionRef.of(state.cut, subject)),
        }),
      ]),
    );
