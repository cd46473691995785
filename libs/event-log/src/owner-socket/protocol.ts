import { maxAppendBytes } from '@trackrecord/application/ports';
import type { AppendOutcome } from '../append-request.ts';

/**
 * What the process that writes a log and the commands beside it say to each other: lines of JSON in UTF-8, one thing
 * at a time. The server greets; then each line asked is answered by one line, in order.
 *
 *     {"trackrecord":"appends","version":1}
 *     {"append":{"stream":"plan-a","expected":{"_tag":"NoStream"},"events":[{…},{…}]}}
 *     {"appended":{"lastRevision":1,"position":"2","duplicate":false}}
 *     {"failed":{"_tag":"WrongRevision","stream":"plan-a","actual":1}}
 *     {"refused":"why nothing was done, and the connection ends"}
 *
 * The greeting, and that `refused` means “not done”, stay as they are in every version.
 */
export const protocolVersion = 1;

/** The longest append, and room for what stands around it. */
export const longestLine_bytes = maxAppendBytes + 4096;

/** What the server says. */
export type FromServer =
  | Readonly<{ _tag: 'Greeting'; version: number }>
  /** What the log said of an append. */
  | Readonly<{ _tag: 'Outcome'; outcome: AppendOutcome }>
  /** Nothing was done, and the connection ends: why, for a person. */
  | Readonly<{ _tag: 'Refused'; message: string }>;
