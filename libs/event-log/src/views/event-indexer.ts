import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@trackrecord/application/ports';
import { type DomainEvent, entryOf } from '@trackrecord/domain';
import { asOrdinal } from './as-ordinal.ts';
import { assertionWriter } from './assertion-writer.ts';
import type { Checkpoint } from './checkpoint.ts';
import { subjectIndex } from './views-schema.ts';

/** The writer of the views: turns events into rows, inside the caller's transaction. */
export type EventIndexer = Readonly<{
  /** Takes one event in at the next ordinal; gives the checkpoint after it. */
  index: (before: Checkpoint, recorded: Recorded<DomainEvent>) => Checkpoint;
  /** Makes what was taken in ready for questions. */
  settle: (at: Checkpoint) => Checkpoint;
}>;

const provenanceOf = ({ recordedBy, channel, onWordOf, why, source }: DomainEvent): string =>
  JSON.stringify({ recordedBy, channel, onWordOf, why, source });

const later = (a: string, b: string): string => (a > b ? a : b);

/** The index is made once there is most to put into it: kept up from the first row, it would cost many times as much. */
const indexingSubjects = (db: DatabaseSync): (() => void) => {
  let isThere = false;
  return () => {
    if (isThere) return;
    db.exec(subjectIndex);
    isThere = true;
  };
};

/** The indexer of a connection. */
export const eventIndexer = (db: DatabaseSync): EventIndexer => {
  const insertEvent = db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?)');
  const assertions = assertionWriter(db);
  const indexSubjects = indexingSubjects(db);
  return {
    index: (before, { event, stream, position }) => {
      const ordinal = asOrdinal(before.ordinal + 1);
      const recordedAt = later(before.recordedAt, event.recordedAt);
      insertEvent.run(ordinal, event.id, event.type, recordedAt, provenanceOf(event));
      assertions.write(stream, entryOf(event, ordinal));
      return {
        ordinal,
        last: { event: event.id, position, before: before.last?.position },
        recordedAt,
        settled: before.settled,
      };
    },
    settle: (at) => {
      assertions.settle();
      assertions.rest();
      indexSubjects();
      return { ...at, settled: at.ordinal };
    },
  };
};
