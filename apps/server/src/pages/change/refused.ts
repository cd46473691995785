import { describeFailure, type Failure, fieldOfFailure } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import { becameTrueField, type FormErrors, ukDate } from '@trackrecord/pages';
import { statusOf } from '../../http/status-of.ts';

/** A form that was not taken: with which status it is shown again, and what is wrong with which field. */
export type Refused = Readonly<{ status: number; errors: FormErrors }>;

type Called = Readonly<{
  /** The fields of the form, its first one first. */
  fields: ReadonlyArray<string>;
  fieldOf?: Readonly<Record<string, string>> | undefined;
  /** What the form calls its date. */
  when: string;
  /** What the form is about, and since when that is there. */
  what: string;
  since: LocalDate | null;
  wordsFor?: ((failure: Failure) => string | undefined) | undefined;
}>;

/** What is there today and was not on the date of the change: the date is at fault. */
const byDate: Readonly<Record<string, string>> = {
  action: becameTrueField,
  plan: becameTrueField,
  ref: becameTrueField,
  indicator: becameTrueField,
  party: becameTrueField,
};

const fieldIn = (failure: Failure, { fields, fieldOf = {} }: Called): string => {
  const named = fieldOfFailure(failure) ?? '';
  const meant = fieldOf[named] ?? (fields.includes(named) ? named : byDate[named]) ?? named;
  return fields.includes(meant) ? meant : (fields[0] ?? meant);
};

/** A date on which the plan, or what is to be changed in it, was not there: the first one on which it was. */
const tooEarly = (failure: Failure, { when, what, since }: Called): string | undefined => {
  if (failure._tag !== 'Missing') return undefined;
  if (failure.firstOn !== undefined)
    return `${when} The plan begins on ${ukDate(failure.firstOn)}: enter that date or a later one.`;
  return failure.field === 'action' && since !== null
    ? `${when} ${what} came into the plan on ${ukDate(since)}: enter that date or a later one.`
    : undefined;
};

const gone: Readonly<Record<string, string>> = {
  note: 'That note is not there any more',
  request: 'That request is not open any more',
  'cross-reference': 'That reference is not there any more',
};

/** What was chosen went away meanwhile, or was not there on that date: its id would tell nobody anything. */
const goneMeanwhile = (failure: Failure): string | undefined => {
  if (failure._tag !== 'Refused' || failure.refusal._tag !== 'NotFound') return undefined;
  const words = gone[failure.refusal.kind];
  return words === undefined
    ? undefined
    : `${words}, or was not there on that date. The history of the action says what became of it.`;
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
      case 'Busy':
        return undefined;
      case 'Storage':
        if (failure.error._tag === 'Corrupt') return undefined;
        break;
      default:
    }
    return {
      status: statusFor(failure),
      errors: [
        {
          field: fieldIn(failure, called),
          message:
            called.wordsFor?.(failure) ??
            tooEarly(failure, called) ??
            goneMeanwhile(failure) ??
            describeFailure(failure),
        },
      ],
    };
  };
