import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { TargetReworded } from './target-reworded.ts';

/** Changes the words of a target. */
export const RewordTarget = defineCommand('RewordTarget', t.type({ target: Ref, words: Text }));

export type RewordTargetRefusal = NotFound;

export const rewordTarget: DecideOn<typeof RewordTarget, RewordTargetRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existing(state, 'target', asked.target),
      E.map(() => [TargetReworded.of(asked)]),
    );
