import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import type { NotFound } from '../refusals.ts';
import { Ref, Subject } from '../words.ts';
import { CrossReferenceRemoved } from './cross-reference-removed.ts';
import { crossReference } from './fields.ts';

/** Takes a reference to another item or document away. */
export const RemoveCrossReference = defineCommand(
  'RemoveCrossReference',
  t.type({ about: Subject, link: Ref }),
);

export type RemoveCrossReferenceRefusal = NotFound;

export const removeCrossReference: DecideOn<
  typeof RemoveCrossReference,
  RemoveCrossReferenceRefusal,
  PlanBody
> =
  ({ cut }) =>
  (asked) =>
    O.isSome(crossReference.of(cut, asked.about, asked.link))
      ? E.right([CrossReferenceRemoved.of(asked)])
      : E.left({ _tag: 'NotFound', kind: 'cross-reference', ref: asked.link });
