import type { EventLog } from '@trackrecord/application/ports';
import type { SampleEvent } from './sample-event.ts';

/** A log that was opened for one test. */
export type OpenedLog = Readonly<{
  log: EventLog<SampleEvent>;
  /** Closes the log and opens it again with what it holds; absent where an engine forgets. */
  reopened?: () => Promise<EventLog<SampleEvent>>;
  /** Closes it and takes away what it left. */
  dispose: () => Promise<void>;
}>;

/** An engine under contract: its name, and how to get an empty log of it. */
export type EventLogEngine = Readonly<{
  name: string;
  open: () => Promise<OpenedLog>;
  /** How many made-up histories to try; fewer for an engine that is slow to open. */
  histories: number;
}>;
