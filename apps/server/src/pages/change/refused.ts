import { describeFailure, type Failure, fieldOfFailure } from '@trackrecord/application';
import { becameTrueField, type FormErrors } from '@trackrecord/pages';
import { statusOf } from '../../http/status-of.ts';

/** A form that was not taken: with which status it is shown again, and what is wrong with which field. */
export type Refused = Readonly<{ status: number; errors: FormErrors }>;

type Called = Readonly<{
  /** The fields of the form, its first one first. */
  fields: ReadonlyArray<string>;
  fieldOf?: Readonly<Record<string, string>> | undefined;
}>;

/** What is there today and was not on the date of the change: the date is at fault. */
const byDate: Readonly<Record<string, string>> = {
  action: becameTrueField,
  plan: becameTrueField,
  ref: becameTrueField,
};

const fieldIn = (failure: Failure, { fields, fieldOf = {} }: Called): string => {
  const named = fieldOfFailure(failure) ?? '';
  const meant = fieldOf[named] ?? (fields.includes(named) ? named : byDate[named]) ?? named;
  return fields.includes(meant) ? meant : (fields[0] ?? meant);
};

const statusFor = (failure: Failure): number => {
  switch (failure._tag) {
    case 'Refused':
    case 'Missing':
      return 422;
    default:
      return statusOf(failure);
  }
};

/**
 * What a form is shown again for, filled in as it was: whatever can be put right, and whatever may pass. `undefined`
 * for what no form can do anything about.
 */
export const refusedBy =
  (called: Called) =>
  (failure: Failure): Refused | undefined => {
    switch (failure._tag) {
      case 'NotAuthorised':
      case 'NotYet':
        return undefined;
      case 'Storage':
        if (failure.error._tag === 'Corrupt') return undefined;
        break;
      default:
    }
    return {
      status: statusFor(failure),
      errors: [{ field: fieldIn(failure, called), message: describeFailure(failure) }],
    };
  };
