import {
  describeFailure,
  type Failure,
  fieldOfFailure,
  type PlanAnswer,
} from '@trackrecord/application';
import {
  becameTrueField,
  type FormErrors,
  onWordOfField,
  rowField,
  type RowPart,
  ukDate,
} from '@trackrecord/pages';
import { statusOf } from '../../http/status-of.ts';

/** A grid that was not recorded: with which status it is shown again, and what is wrong with which field. */
export type RefusedGrid = Readonly<{ status: number; errors: FormErrors }>;

const partOf: Readonly<Record<string, RowPart>> = {
  rating: 'rating',
  note: 'note',
  text: 'note',
  requests: 'answers',
};

/** An action that was not in the plan on the date: its first date is what helps. */
const tooEarly = (
  failure: Failure,
  ref: string,
  { actions }: PlanAnswer,
  on: string,
): string | undefined => {
  if (failure._tag !== 'Missing' || failure.field !== 'action') return undefined;
  const since = actions.find((action) => action.ref === ref)?.createdOn ?? null;
  return since === null || since <= on
    ? undefined
    : `Action ${ref} came into the plan on ${ukDate(since)}, after the date of the review. Clear it, or record it by itself with a later date.`;
};

const ofOneAction = (failure: Failure, ref: string, answer: PlanAnswer, on: string): FormErrors => {
  const part = partOf[fieldOfFailure(failure) ?? ''] ?? 'rating';
  return [
    {
      field: rowField(part, ref),
      message: tooEarly(failure, ref, answer, on) ?? describeFailure(failure),
    },
  ];
};

const aroundOf = (failure: Failure): FormErrors => {
  if (failure._tag === 'Missing' && failure.firstOn !== undefined)
    return [
      {
        field: becameTrueField,
        message: `Date of the review: The plan begins on ${ukDate(failure.firstOn)}. Enter that date or a later one.`,
      },
    ];
  if (failure._tag === 'Storage' && failure.error._tag === 'TooLarge')
    return [
      {
        field: becameTrueField,
        message: `This is more than can be recorded at once: ${failure.error.bytes.toLocaleString('en-GB')} bytes, where ${failure.error.limit.toLocaleString('en-GB')} are accepted. Record a part of it first.`,
      },
    ];
  const field = fieldOfFailure(failure) === onWordOfField ? onWordOfField : becameTrueField;
  return [{ field, message: describeFailure(failure) }];
};

const statusFor = (failure: Failure): number =>
  failure._tag === 'Refused' || failure._tag === 'Missing' ? 422 : statusOf(failure);

/**
 * What a grid is shown again for, filled in as it was; a message names the action and stands at its field.
 * @returns `undefined` for what no form can do anything about
 */
export const refusedGrid = (
  failure: Failure,
  answer: PlanAnswer,
  on: string,
): RefusedGrid | undefined => {
  if (failure._tag === 'NotAuthorised' || failure._tag === 'NotYet' || failure._tag === 'Busy')
    return undefined;
  if (failure._tag === 'Storage' && failure.error._tag === 'Corrupt') return undefined;
  const ref = 'ref' in failure ? failure.ref : undefined;
  return {
    status: statusFor(failure),
    errors: ref === undefined ? aroundOf(failure) : ofOneAction(failure, ref, answer, on),
  };
};
