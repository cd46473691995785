import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@trackrecord/application/ports';
import { type DomainEvent, entryOf } from '@trackrecord/domain';
import { assertionWriter } from './assertion-writer.ts';
import { asOrdinal } from './as-ordinal.ts';
import type { Checkpoint } from './checkpoint.ts';

/** Takes one event in at the next ordinal, inside the caller's transaction; gives the checkpoint after it. */
export type IndexEvent = (before: Checkpoint, recorded: Recorded<DomainEvent>) => Checkpoint;

const provenanceOf = ({ recordedBy, channel, onWordOf, why, source }: DomainEvent): string =>
  JSON.stringify({ recordedBy, channel, onWordOf, why, source });

const later = (a: string, b: string): string => (a > b ? a : b);

/** The writer of the views: turns events into rows. One a connection. */
export const eventIndexer = (db: DatabaseSync): IndexEvent => {
  const insertEvent = db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?)');
  const writeAssertions = assertionWriter(db);
  return (before, { event, stream, position }) => {
    const ordinal = asOrdinal(before.ordinal + 1);
    const recordedAt = later(before.recordedAt, event.recordedAt);
    insertEvent.run(ordinal, event.id, event.type, recordedAt, provenanceOf(event));
    writeAssertions(stream, entryOf(event, ordinal));
    return {
      ordinal,
      last: { event: event.id, position, before: before.last?.position },
      recordedAt,
    };
  };
};
