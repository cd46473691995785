import type { DatabaseSync } from 'node:sqlite';
import { type EventId, StreamName } from '@trackrecord/kernel';
import type { Place } from '../judge-ids.ts';

export type EventIds = Readonly<{
  /** Notes the ids of events that will stand from `position` on; `false`, and nothing noted, where one is stored already. */
  claim: (ids: ReadonlyArray<EventId>, position: number) => boolean;
  placeOf: (id: EventId) => Place | undefined;
}>;

/** A UUID as its 16 bytes. */
const bytesOf = (id: EventId): Uint8Array => Buffer.from(id.replaceAll('-', ''), 'hex');

export const eventIds = (db: DatabaseSync): EventIds => {
  const insert = db.prepare('INSERT OR IGNORE INTO event_ids (id, position) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM event_ids WHERE id = ?');
  const select = db.prepare(
    `SELECT name, revision, position FROM event_ids
     JOIN events USING (position) JOIN streams USING (stream) WHERE id = ?`,
  );
  return {
    claim: (ids, position) => {
      const stored = ids.findIndex(
        (id, index) => insert.run(bytesOf(id), position + index).changes === 0,
      );
      if (stored === -1) return true;
      for (const id of ids.slice(0, stored)) remove.run(bytesOf(id));
      return false;
    },
    placeOf: (id) => {
      const row = select.get(bytesOf(id));
      const stream = row?.['name'];
      return StreamName.is(stream)
        ? { stream, revision: Number(row?.['revision']), position: Number(row?.['position']) }
        : undefined;
    },
  };
};
