import type { PlanId } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import { type Failure, missing } from './failure.ts';

type Asked = Readonly<{
  asOf: LocalDate;
  /** The field that gave the date. */
  field: 'asOf' | 'effectiveOn';
  /** Where it matters how far the log was known. */
  knownAt?: Ordinal;
  /** The first date on which the plan is there; `null` where there is none. */
  firstOn: LocalDate | null;
}>;

/** A plan that is not there at all. */
export const noPlan = (plan: PlanId): Failure => missing(`There is no plan "${plan}".`, 'plan');

/** A plan that is not there on a date; where it begins later, on which one it does. */
export const noPlanOn = (plan: PlanId, { asOf, field, knownAt, firstOn }: Asked): Failure => {
  const known = knownAt === undefined ? '' : `, as known at ordinal ${knownAt}`;
  const message = `There is no plan "${plan}" as of ${asOf}${known}.`;
  return firstOn === null || firstOn <= asOf
    ? missing(message, 'plan')
    : {
        _tag: 'Missing',
        message: `${message} The plan begins on ${firstOn}.`,
        field,
        firstOn,
      };
};
