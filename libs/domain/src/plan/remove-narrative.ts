import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import type { NotFound } from '../refusals.ts';
import { Ref } from '../words.ts';
import { narrative, plan } from './fields.ts';
import { NarrativeRemoved } from './narrative-removed.ts';

/** Takes a section of text out of the plan. */
export const RemoveNarrative = defineCommand('RemoveNarrative', t.type({ section: Ref }));

export type RemoveNarrativeRefusal = NotFound;

export const removeNarrative: DecideOn<typeof RemoveNarrative, RemoveNarrativeRefusal, PlanBody> =
  ({ cut }) =>
  ({ section }) =>
    O.isSome(narrative.of(cut, plan, section))
      ? E.right([NarrativeRemoved.of({ section })])
      : E.left({ _tag: 'NotFound', kind: 'section', ref: section });
