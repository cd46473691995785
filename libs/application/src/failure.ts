import { describeRefusal, type Refusal } from '@trackrecord/domain';
import type { AppendError, StorageError } from './ports/event-log.ts';

/** Every way in which something that was asked for does not happen. */
export type Failure =
  /** A rule of the domain stands in the way; `step` counts from 0 where the command had several. */
  | Readonly<{ _tag: 'Refused'; refusal: Refusal; step: number }>
  /** What was given is not what is accepted. */
  | Readonly<{ _tag: 'Invalid'; message: string }>
  /** A file that is not taken: why, and what would be. */
  | Readonly<{ _tag: 'Unreadable'; message: string }>
  /** What was asked about is not there. */
  | Readonly<{ _tag: 'Missing'; message: string }>
  /** Who asked may not do that. */
  | Readonly<{ _tag: 'NotAuthorised'; message: string }>
  /** Somebody else changed it meanwhile. */
  | Readonly<{ _tag: 'Conflict'; message: string }>
  /** It is recorded elsewhere, maybe, and has not come to this node so far. */
  | Readonly<{ _tag: 'NotYet'; message: string }>
  | Readonly<{ _tag: 'Storage'; error: StorageError | AppendError }>;

export const invalid = (message: string): Failure => ({ _tag: 'Invalid', message });
export const missing = (message: string): Failure => ({ _tag: 'Missing', message });
export const notAuthorised = (message: string): Failure => ({ _tag: 'NotAuthorised', message });
export const notYet = (message: string): Failure => ({ _tag: 'NotYet', message });
export const storage = (error: StorageError | AppendError): Failure => ({
  _tag: 'Storage',
  error,
});

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

/** A failure for the person who asked. */
export const describeFailure = (failure: Failure): string => {
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
      return failure.message;
  }
};
