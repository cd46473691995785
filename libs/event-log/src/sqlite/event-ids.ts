import type { DatabaseSync } from 'node:sqlite';
import { type EventId, StreamName } from '@trackrecord/kernel';
import type { Place } from '../judge-ids.ts';
import { positionsById } from './indexes.ts';
import type { UnindexedTail } from './unindexed-tail.ts';

export type EventIds = Readonly<{
  /** Whether no event has any of them, and none comes twice. */
  areFresh: (ids: ReadonlyArray<EventId>) => boolean;
  /** Whether no event has this id. */
  isFresh: (id: EventId) => boolean;
  placeOf: (id: EventId) => Place | undefined;
}>;

/** All ids of the log: those in the indexes and those after them. */
export const eventIds = (db: DatabaseSync, tail: UnindexedTail): EventIds => {
  const indexed = positionsById(db);
  const positionOf = (id: EventId): number | undefined =>
    tail.byId(id)?.position ?? (tail.isAll() ? undefined : indexed(id));
  const isFresh = (id: EventId): boolean => positionOf(id) === undefined;
  const select = db.prepare(
    'SELECT name, revision FROM events JOIN streams USING (stream) WHERE position = ?',
  );
  return {
    areFresh: (ids) => (ids.length === 1 || new Set(ids).size === ids.length) && ids.every(isFresh),
    isFresh,
    placeOf: (id) => {
      const position = positionOf(id);
      if (position === undefined) return undefined;
      const row = select.get(position);
      const stream = row?.['name'];
      return StreamName.is(stream)
        ? { stream, revision: Number(row?.['revision']), position }
        : undefined;
    },
  };
};
