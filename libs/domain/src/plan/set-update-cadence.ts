import { JsonNumber } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { notRated } from '../rating.ts';
import type { CadenceOutOfRange, RatingNotOnScale } from '../refusals.ts';
import { scaleOf } from '../action/on-scale.ts';
import { CadenceByRating } from './fields.ts';
import { UpdateCadenceSet } from './update-cadence-set.ts';

/**
 * Sets how often each action is to be updated: every 1 to 24 calendar months, and by rating otherwise where that is
 * said (there 0 is never). What was said by rating before holds no longer.
 */
export const SetUpdateCadence = defineCommand(
  'SetUpdateCadence',
  t.intersection([t.type({ months: JsonNumber }), t.partial({ byRating: CadenceByRating })]),
);

export type SetUpdateCadenceRefusal = CadenceOutOfRange | RatingNotOnScale;

const isCadence = (least: number) => (months: number) =>
  Number.isInteger(months) && months >= least && months <= 24;

export const setUpdateCadence: DecideOn<
  typeof SetUpdateCadence,
  SetUpdateCadenceRefusal,
  PlanBody
> =
  ({ cut }) =>
  (asked) => {
    const { months, byRating = {} } = asked;
    const scale = scaleOf(cut);
    const unknown = Object.keys(byRating).find(
      (rating) => rating !== notRated && !scale.some((one) => one === rating),
    );
    const beyond = Object.values(byRating).find((one) => !isCadence(0)(one));
    if (!isCadence(1)(months)) return E.left({ _tag: 'CadenceOutOfRange', months });
    if (unknown !== undefined) return E.left({ _tag: 'RatingNotOnScale', rating: unknown, scale });
    return beyond === undefined
      ? E.right([UpdateCadenceSet.of(asked)])
      : E.left({ _tag: 'CadenceOutOfRange', months: beyond, least: 0 });
  };
