import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import type { NotFound } from '../refusals.ts';
import { Ref } from '../words.ts';
import { GlossaryTermRemoved } from './glossary-term-removed.ts';
import { glossaryTerm, plan } from './fields.ts';

/** Takes a term out of the glossary. */
export const RemoveGlossaryTerm = defineCommand('RemoveGlossaryTerm', t.type({ term: Ref }));

export type RemoveGlossaryTermRefusal = NotFound;

export const removeGlossaryTerm: DecideOn<
  typeof RemoveGlossaryTerm,
  RemoveGlossaryTermRefusal,
  PlanBody
> =
  ({ cut }) =>
  (asked) =>
    O.isSome(glossaryTerm.of(cut, plan, asked.term))
      ? E.right([GlossaryTermRemoved.of(asked)])
      : E.left({ _tag: 'NotFound', kind: 'glossary term', ref: asked.term });
