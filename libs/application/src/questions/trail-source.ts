import type { LocalDate, StreamName } from '@trackrecord/kernel';
import type { TrailNames } from './history-line.ts';

/** A stream that a trail is read from, what of it is asked for, and how its lines are told. */
export type TrailSource = Readonly<{
  stream: StreamName;
  plan: string | null;
  subject: string | undefined;
  asOf: LocalDate;
  names: TrailNames;
  /** Fields that are no lines of it, besides those that are none of any trail. */
  leftOut?: ReadonlyArray<string> | undefined;
}>;
