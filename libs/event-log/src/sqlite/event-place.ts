import type { EventId } from '@trackrecord/kernel';

/** Where an event stands: what the indexes are made of. `stream` is the stream's key in the file. */
export type EventPlace = Readonly<{
  id: EventId;
  position: number;
  stream: number;
  revision: number;
}>;
