import type { Refusal } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import type { AppendError, StorageError } from './ports/event-log.ts';

/** Where in what was asked the fault lies, where that is known. */
type Where = Readonly<{
  /** The field, by its name in commands and forms: `rating`, `effectiveOn`. */
  field?: string | undefined;
  /** The action, by its ref, where several were to be changed at once. */
  ref?: string | undefined;
}>;

/** What somebody else changed meanwhile, for the person whose change it stands in the way of. */
export type ChangedMeanwhile = Readonly<{
  /** In words: "action 14". */
  subject: string;
  /** `null` where it is the plan itself. */
  ref: string | null;
  field: string;
  /** What it is now, in words; `null` where it was taken away. */
  value: string | null;
  /** By name. */
  by: string;
  effectiveOn: LocalDate;
  ordinal: Ordinal;
}>;

/** Every way in which something that was asked for does not happen. */
export type Failure =
  /** A rule of the domain stands in the way; `step` counts from 0 where the command had several. */
  | (Readonly<{ _tag: 'Refused'; refusal: Refusal; step: number }> & Pick<Where, 'ref'>)
  /** What was given is not what is accepted. */
  | (Readonly<{ _tag: 'Invalid'; message: string }> & Where)
  /** A file that is not taken: why, and what would be. */
  | Readonly<{ _tag: 'Unreadable'; message: string }>
  /** What was asked about is not there; `firstOn` is the date from which it is. */
  | (Readonly<{ _tag: 'Missing'; message: string; firstOn?: LocalDate | undefined }> & Where)
  /** Who asked may not do that. */
  | Readonly<{ _tag: 'NotAuthorised'; message: string }>
  /** Somebody else changed it meanwhile. */
  | (Readonly<{ _tag: 'Conflict'; message: string; changed?: ChangedMeanwhile | undefined }> &
      Pick<Where, 'ref'>)
  /** It is recorded elsewhere, maybe, and has not come to this node so far. */
  | Readonly<{ _tag: 'NotYet'; message: string }>
  /** Too many ask for the same at once: nothing was done, and it may be asked for again after so many seconds. */
  | Readonly<{ _tag: 'Busy'; message: string; retryAfter_s: number }>
  | Readonly<{ _tag: 'Storage'; error: StorageError | AppendError }>;

const inField = (field: string | undefined) => (field === undefined ? {} : { field });

/** @param field which field is at fault, by its name in commands, where that is known */
export const invalid = (message: string, field?: string): Failure => ({
  _tag: 'Invalid',
  message,
  ...inField(field),
});

/** @param field which field names what is not there, where that is known: `plan`, `owner` */
export const missing = (message: string, field?: string): Failure => ({
  _tag: 'Missing',
  message,
  ...inField(field),
});

export const notAuthorised = (message: string): Failure => ({ _tag: 'NotAuthorised', message });
export const notYet = (message: string): Failure => ({ _tag: 'NotYet', message });
export const storage = (error: StorageError | AppendError): Failure => ({
  _tag: 'Storage',
  error,
});
