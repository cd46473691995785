import { JsonString } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { Ref } from '../words.ts';
import { GlossaryTermDefined } from './glossary-term-defined.ts';

/** Lists a term in the glossary; an empty meaning says that nobody has given one. */
export const DefineGlossaryTerm = defineCommand(
  'DefineGlossaryTerm',
  t.type({ term: Ref, meaning: JsonString }),
);

export type DefineGlossaryTermRefusal = never;

export const defineGlossaryTerm: DecideOn<
  typeof DefineGlossaryTerm,
  DefineGlossaryTermRefusal,
  PlanBody
> = () => (asked) => E.right([GlossaryTermDefined.of(asked)]);
