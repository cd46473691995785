import type { PlanId } from '@trackrecord/domain';
import type { MayChange } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as T from 'fp-ts/lib/Task.js';
import { canOn, mayUpdate } from '../../access/may-ask.ts';
import type { Desk } from '../../desk.ts';
import type { Visitor } from '../../http/exchange.ts';

/** What a visitor may do with one action as it stands today. */
export const mayChangeOf = (
  desk: Desk,
  visitor: Visitor,
  plan: PlanId,
  ref: string,
): T.Task<MayChange> =>
  visitor._tag === 'Nobody'
    ? T.of({ update: false, manage: false })
    : pipe(
        mayUpdate(desk, visitor.principal, plan, ref),
        T.map((may) => ({ update: E.isRight(may), manage: canOn(visitor, 'manage', plan) })),
      );
