import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { Measure } from './fields.ts';
import { ResultReworded } from './result-reworded.ts';

/** Changes the words of a result, or what it is measured by. */
export const RewordResult = defineCommand(
  'RewordResult',
  t.intersection([t.type({ result: Ref, title: Text }), t.partial({ measure: Measure })]),
);

export type RewordResultRefusal = NotFound;

export const rewordResult: DecideOn<typeof RewordResult, RewordResultRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existing(state, 'result', asked.result),
      E.map(() => [ResultReworded.of(asked)]),
    );
