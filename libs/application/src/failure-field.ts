import { fieldOfRefusal } from '@trackrecord/domain';
import type { Failure } from './failure.ts';

/** The field of what was asked that a failure is about, where it is about one. */
export const fieldOfFailure = (failure: Failure): string | undefined => {
  switch (failure._tag) {
    case 'Refused':
      return fieldOfRefusal(failure.refusal);
    case 'Conflict':
      return failure.changed?.field;
    case 'Invalid':
    case 'Missing':
      return failure.field;
    case 'Unreadable':
    case 'NotAuthorised':
    case 'NotYet':
    case 'Storage':
      return undefined;
  }
};

/** The same failure, of a field; one that knows its field already keeps it. */
export const ofField =
  (field: string) =>
  (failure: Failure): Failure =>
    failure._tag === 'Invalid' || failure._tag === 'Missing'
      ? { ...failure, field: failure.field ?? field }
      : failure;

/** The same failure, of one action of several that were to be changed at once. */
export const ofAction =
  (ref: string) =>
  (failure: Failure): Failure => {
    switch (failure._tag) {
      case 'Refused':
      case 'Invalid':
      case 'Missing':
      case 'Conflict':
        return { ...failure, ref };
      case 'Unreadable':
      case 'NotAuthorised':
      case 'NotYet':
      case 'Storage':
        return failure;
    }
  };
