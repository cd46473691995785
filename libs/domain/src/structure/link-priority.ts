import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref } from '../words.ts';
import { OutcomeLink } from './fields.ts';
import { PriorityLinked } from './priority-linked.ts';

/** Links a priority to an outcome of an outside framework. */
export const LinkPriority = defineCommand(
  'LinkPriority',
  t.type({ priority: Ref, link: Ref, outcome: OutcomeLink }),
);

export type LinkPriorityRefusal = NotFound;

export const linkPriority: DecideOn<typeof LinkPriority, LinkPriorityRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existing(state, 'priority', asked.priority),
      E.map(() => [PriorityLinked.of(asked)]),
    );
