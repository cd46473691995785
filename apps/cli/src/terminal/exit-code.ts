import type { Failure } from '@trackrecord/application';
import type { Refusal } from '@trackrecord/domain';

/** What a script can tell from how a command ends. */
export const exitCodes = {
  done: 0,
  refused: 1,
  usage: 2,
  notFound: 3,
  conflict: 4,
  storage: 5,
  /** A defect of Trackrecord itself (EX_SOFTWARE of sysexits.h). */
  defect: 70,
} as const;

const ofRefusal = (refusal: Refusal): number => {
  switch (refusal._tag) {
    case 'NoPlan':
    case 'NotFound':
    case 'NotRegistered':
    case 'EventNotFound':
    case 'DocumentNotImported':
      return exitCodes.notFound;
    default:
      return exitCodes.refused;
  }
};

/** The exit code of a failure; a failure without one does not compile. */
export const exitCodeOf = (failure: Failure): number => {
  switch (failure._tag) {
    case 'Refused':
      return ofRefusal(failure.refusal);
    case 'Unreadable':
    case 'NotAuthorised':
      return exitCodes.refused;
    case 'Invalid':
      return exitCodes.usage;
    case 'Missing':
      return exitCodes.notFound;
    case 'Conflict':
      return exitCodes.conflict;
    case 'NotYet':
    case 'Busy':
      return exitCodes.storage;
    case 'Storage':
      return failure.error._tag === 'TooLarge'
        ? exitCodes.refused
        : failure.error._tag === 'WrongRevision'
          ? exitCodes.conflict
          : exitCodes.storage;
  }
};
