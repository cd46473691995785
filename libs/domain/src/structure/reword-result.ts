import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing, inOrder } from '../guards.ts';
import type { DatesBackwards, NotFound } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { Measure } from './fields.ts';
import { ResultReworded } from './result-reworded.ts';

/** Changes the words of a result, or what it is measured by. */
export const RewordResult = defineCommand(
  'RewordResult',
  t.intersection([t.type({ result: Ref, title: Text }), t.partial({ measure: Measure })]),
);

export type RewordResultRefusal = NotFound | DatesBackwards;

export const rewordResult: DecideOn<typeof RewordResult, RewordResultRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existing(state, 'result', asked.result),
      E.chainW(() => inOrder(asked.measure?.timescale)),
      E.map(() => [ResultReworded.of(asked)]),
    );
