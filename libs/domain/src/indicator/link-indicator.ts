import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existingSubject } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { IndicatorId, Subject } from '../words.ts';
import { IndicatorLinked } from './indicator-linked.ts';

/** Takes an indicator up into a plan, for one of its items. */
export const LinkIndicator = defineCommand(
  'LinkIndicator',
  t.type({ indicator: IndicatorId, to: Subject }),
);

export type LinkIndicatorRefusal = NotFound;

export const linkIndicator: DecideOn<typeof LinkIndicator, LinkIndicatorRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existingSubject(state, asked.to),
      E.map(() => [IndicatorLinked.of(asked)]),
    );
