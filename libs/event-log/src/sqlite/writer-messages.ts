import type { StorageError } from '@trackrecord/application/ports';
import type { AppendOutcome, AppendRequest } from '../append-request.ts';

/** What the writer's thread is told. */
export type ToWriter =
  | Readonly<{ _tag: 'Append'; requests: ReadonlyArray<AppendRequest> }>
  | Readonly<{ _tag: 'Close' }>;

/** What it tells. */
export type FromWriter =
  | Readonly<{ _tag: 'Opened' }>
  | Readonly<{ _tag: 'Failed'; error: StorageError }>
  /** One list of outcomes for each `Append` told, oldest first. */
  | Readonly<{ _tag: 'Appended'; outcomes: ReadonlyArray<ReadonlyArray<AppendOutcome>> }>;
