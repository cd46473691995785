import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { PriorityReworded } from './priority-reworded.ts';

/** Changes the words of a priority. */
export const RewordPriority = defineCommand(
  'RewordPriority',
  t.intersection([t.type({ priority: Ref, title: Text }), t.partial({ statement: Text })]),
);

export type RewordPriorityRefusal = NotFound;

export const rewordPriority: DecideOn<typeof RewordPriority, RewordPriorityRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existing(state, 'priority', asked.priority),
      E.map(() => [PriorityReworded.of(asked)]),
    );
