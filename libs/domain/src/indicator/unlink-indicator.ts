import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import type { NotFound } from '../refusals.ts';
import { subjectOf } from '../subjects.ts';
import { IndicatorId, Subject } from '../words.ts';
import { indicatorLink } from './fields.ts';
import { IndicatorUnlinked } from './indicator-unlinked.ts';

/** Uses an indicator for an item of the plan no longer. */
export const UnlinkIndicator = defineCommand(
  'UnlinkIndicator',
  t.type({ indicator: IndicatorId, from: Subject }),
);

export type UnlinkIndicatorRefusal = NotFound;

export const unlinkIndicator: DecideOn<typeof UnlinkIndicator, UnlinkIndicatorRefusal, PlanBody> =
  ({ cut }) =>
  (asked) =>
    O.isSome(indicatorLink.of(cut, subjectOf('indicator', asked.indicator), asked.from))
      ? E.right([IndicatorUnlinked.of(asked)])
      : E.left({ _tag: 'NotFound', kind: 'indicator', ref: asked.indicator });
