import type { Failure } from '@trackrecord/application';
import type { Refusal } from '@trackrecord/domain';

const ofRefusal = (refusal: Refusal): number => {
  switch (refusal._tag) {
    case 'NoPlan':
    case 'NotFound':
    case 'NotRegistered':
    case 'EventNotFound':
    case 'DocumentNotImported':
      return 404;
    default:
      return 422;
  }
};

/** The HTTP status of a failure; a failure without one does not compile. */
export const statusOf = (failure: Failure): number => {
  switch (failure._tag) {
    case 'Refused':
      return ofRefusal(failure.refusal);
    case 'Invalid':
      return 400;
    case 'Unreadable':
      return 422;
    case 'NotAuthorised':
      return 403;
    case 'Missing':
      return 404;
    case 'Conflict':
      return 409;
    case 'NotYet':
    case 'Busy':
      return 503;
    case 'Storage':
      switch (failure.error._tag) {
        case 'TooLarge':
          return 413;
        case 'WrongRevision':
          return 409;
        case 'IdReused':
          return 422;
        case 'Unavailable':
        case 'Locked':
          return 503;
        case 'Corrupt':
          return 500;
      }
  }
};
