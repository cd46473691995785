import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import type { NotFound } from '../refusals.ts';
import { subjectOf } from '../subjects.ts';
import { Ref } from '../words.ts';
import { PriorityUnlinked } from './priority-unlinked.ts';
import { outcomeLink } from './fields.ts';

/** Takes a priority’s link to an outcome of an outside framework away. */
export const UnlinkPriority = defineCommand('UnlinkPriority', t.type({ priority: Ref, link: Ref }));

export type UnlinkPriorityRefusal = NotFound;

export const unlinkPriority: DecideOn<typeof UnlinkPriority, UnlinkPriorityRefusal, PlanBody> =
  ({ cut }) =>
  (asked) =>
    O.isSome(outcomeLink.of(cut, subjectOf('priority', asked.priority), asked.link))
      ? E.right([PriorityUnlinked.of(asked)])
      : E.left({ _tag: 'NotFound', kind: 'outcome link', ref: asked.link });
