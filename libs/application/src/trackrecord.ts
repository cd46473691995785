import type { DomainEvent } from '@trackrecord/domain';
import type { Streams } from './carrying-out/loaded-stream.ts';
import type { Clock } from './ports/clock.ts';
import type { EventLog } from './ports/event-log.ts';
import type { Ids } from './ports/ids.ts';
import type { Views } from './ports/views.ts';

/** What asking needs: the views, and the calendar. */
export type Readable = Readonly<{ views: Views; clock: Clock }>;

/** What changing needs besides; `streams` where many people change things at once. */
export type Writable = Readable &
  Readonly<{ log: EventLog<DomainEvent>; ids: Ids; streams?: Streams | undefined }>;
