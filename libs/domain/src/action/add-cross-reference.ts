import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existingSubject } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref, Subject } from '../words.ts';
import { CrossReferenceAdded } from './cross-reference-added.ts';
import { CrossReference } from './fields.ts';

/** Notes a reference to another item or document. */
export const AddCrossReference = defineCommand(
  'AddCrossReference',
  t.type({ about: Subject, link: Ref, reference: CrossReference }),
);

export type AddCrossReferenceRefusal = NotFound;

export const addCrossReference: DecideOn<
  typeof AddCrossReference,
  AddCrossReferenceRefusal,
  PlanBody
> = (state) => (asked) =>
  pipe(
    existingSubject(state, asked.about),
    E.map(() => [CrossReferenceAdded.of(asked)]),
  );
