import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import type { NotFound, TargetIsDropped } from '../refusals.ts';
import { Ref } from '../words.ts';
import { standingTarget } from './target-guards.ts';
import { TargetMet } from './target-met.ts';

/** Says that a target is met. */
export const MeetTarget = defineCommand('MeetTarget', t.type({ target: Ref }));

export type MeetTargetRefusal = NotFound | TargetIsDropped;

export const meetTarget: DecideOn<typeof MeetTarget, MeetTargetRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      standingTarget(state, asked.target),
      E.map(() => [TargetMet.of(asked)]),
    );
