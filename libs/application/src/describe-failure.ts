import { describeRefusal } from '@trackrecord/domain';
import type { Failure } from './failure.ts';
import type { AppendError, StorageError } from './ports/event-log.ts';

const describeStorage = (error: StorageError | AppendError): string => {
  switch (error._tag) {
    case 'Unavailable':
    case 'Locked':
      return error.message;
    case 'Corrupt':
      return `The log is damaged at position ${error.position}: ${error.message}`;
    case 'TooLarge':
      return `One append holds at most ${error.limit} bytes; this one has ${error.bytes}. Split the document.`;
    case 'IdReused':
      return `Event ${error.id} is in the log already, as part of another append.`;
    case 'WrongRevision':
      return `Others keep changing ${error.stream}: try again.`;
  }
};

const words = (failure: Failure): string => {
  switch (failure._tag) {
    case 'Refused':
      return describeRefusal(failure.refusal);
    case 'Storage':
      return describeStorage(failure.error);
    case 'Invalid':
    case 'Unreadable':
    case 'Missing':
    case 'NotAuthorised':
    case 'Conflict':
    case 'NotYet':
    case 'Busy':
      return failure.message;
  }
};

const names = (ref: string, said: string): boolean =>
  [`Action ${ref} `, `Action ${ref}:`].some((start) => said.startsWith(start)) ||
  said.includes(`action "${ref}"`);

/** A failure for the person who asked; where several actions were to be changed, it names the one that it is about. */
export const describeFailure = (failure: Failure): string => {
  const said = words(failure);
  const ref = 'ref' in failure ? failure.ref : undefined;
  return ref === undefined || names(ref, said) ? said : `Action ${ref}: ${said}`;
};
