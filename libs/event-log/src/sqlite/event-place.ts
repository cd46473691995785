import type { EventId } from '@trackrecord/kernel';

/** Where an event stands: what the indexes are made of. `stream` is the stream's key in the file. */
export type EventPlace = Readonly<{
  id: EventId;
  position: number;
  stream: number;
  revision: number;
}>;

/** A UUID as its 16 bytes. */
export const idBytes = (id: EventId): Uint8Array => Buffer.from(id.replaceAll('-', ''), 'hex');
