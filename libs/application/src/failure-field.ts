import { fieldOfRefusal, type Refusal } from '@trackrecord/domain';
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
    case 'Busy':
    case 'Storage':
      return undefined;
  }
};

/** The same failure, of the field that gave what it is about, whatever that is called where it was found out. */
export const ofField =
  (field: string) =>
  (failure: Failure): Failure =>
    failure._tag === 'Invalid' || failure._tag === 'Missing' ? { ...failure, field } : failure;

/** A refusal that calls an action by the ref that it has now: the domain knows it by its first one. */
const calling = (ref: string, refusal: Refusal): Refusal => {
  if ('action' in refusal) return { ...refusal, action: ref };
  return refusal._tag === 'NotFound' && refusal.kind.endsWith('action')
    ? { ...refusal, ref }
    : refusal;
};

/** The same failure, about an action by the ref that people know it by. */
export const calledBy =
  (ref: string) =>
  (failure: Failure): Failure =>
    failure._tag === 'Refused' ? { ...failure, refusal: calling(ref, failure.refusal) } : failure;

/** The same failure, of one action of several that were to be changed at once: it says which. */
export const ofAction =
  (ref: string) =>
  (failure: Failure): Failure => {
    switch (failure._tag) {
      case 'Refused':
        return { ...failure, refusal: calling(ref, failure.refusal), ref };
      case 'Invalid':
      case 'Missing':
      case 'Conflict':
        return { ...failure, ref };
      case 'Unreadable':
      case 'NotAuthorised':
      case 'NotYet':
      case 'Busy':
      case 'Storage':
        return failure;
    }
  };
