import {
  cadenceMonths,
  type PlanOrder,
  plan,
  planPartnership,
  planPeriod,
  planTimeZone,
  planTitle,
  ratingScale,
  RegisterPlan,
  RenamePlan,
  Rating,
  scaleOf,
  SetPlanPeriod,
  SetRatingScale,
  SetUpdateCadence,
} from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import { ratings } from '../proposal/rating.ts';
import type { Claim, ItemClaim } from './claim.ts';
import { type Context, sourceOf } from './context.ts';
import { textOf } from './words-of.ts';

const beginning = { block: 1, line: 1, words: '' };

/** The plan's scale widened by the document's ratings, from worst to best. */
const widened = (context: Context, proposal: ProposedPlan): ReadonlyArray<Rating> => {
  const used = new Set<string>([
    ...scaleOf(context.state.cut),
    ...proposal.actions.flatMap(({ rating }) => rating ?? []),
  ]);
  const known = ratings.filter((rating) => used.has(rating));
  const others = [...used].filter((rating) => !known.some((one) => one === rating));
  return [...known, ...others].filter(Rating.is);
};

/** What a document says of the plan itself. */
export const planClaims = (context: Context, proposal: ProposedPlan): ItemClaim => {
  const source = sourceOf(context, beginning);
  const claim = (field: string, value: Json, order: PlanOrder): Claim => ({
    subject: plan,
    field,
    value,
    order,
    source,
  });
  const title = textOf(proposal.title ?? context.title);
  const { period, cadenceMonths: months } = proposal;
  const timescale =
    period === undefined ? undefined : { ...period, asWritten: textOf(period.asWritten) };
  const scale = widened(context, proposal);
  const isWider = scale.length > scaleOf(context.state.cut).length;
  return {
    subject: plan,
    source,
    create: RegisterPlan.of({
      plan: context.plan,
      title,
      timeZone: context.timeZone,
      ...(context.partnership === undefined ? {} : { partnership: context.partnership }),
    }),
    repeats: [
      planTimeZone.name,
      planPartnership.name,
      ...(proposal.title === undefined ? [planTitle.name] : []),
    ],
    claims: [
      ...(proposal.title === undefined
        ? []
        : [{ ...claim(planTitle.name, title, RenamePlan.of({ title })), withItem: true }]),
      ...(timescale === undefined
        ? []
        : [claim(planPeriod.name, timescale, SetPlanPeriod.of({ period: timescale }))]),
      ...(months === undefined
        ? []
        : [claim(cadenceMonths.name, months, SetUpdateCadence.of({ months }))]),
      ...(isWider ? [claim(ratingScale.name, [...scale], SetRatingScale.of({ scale }))] : []),
    ],
  };
};
