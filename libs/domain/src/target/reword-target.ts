import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { inOrder } from '../guards.ts';
import type { DatesBackwards, NotFound, TargetIsDropped } from '../refusals.ts';
import { Timescale } from '../timescale.ts';
import { Ref, Text } from '../words.ts';
import { standingTarget } from './target-guards.ts';
import { TargetReworded } from './target-reworded.ts';

/** Changes the words of a target, and by when where the words give it. */
export const RewordTarget = defineCommand(
  'RewordTarget',
  t.intersection([t.type({ target: Ref, words: Text }), t.partial({ timescale: Timescale })]),
);

export type RewordTargetRefusal = NotFound | TargetIsDropped | DatesBackwards;

export const rewordTarget: DecideOn<typeof RewordTarget, RewordTargetRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      standingTarget(state, asked.target),
      E.chainW(() => inOrder(asked.timescale)),
      E.map(() => [TargetReworded.of(asked)]),
    );
