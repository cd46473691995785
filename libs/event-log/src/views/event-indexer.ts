import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@trackrecord/application/ports';
import { type DomainEvent, statementsOf } from '@trackrecord/domain';
import { assertionWriter } from './assertion-writer.ts';
import type { Checkpoint } from './checkpoint.ts';

/** Takes one event in at the next ordinal, inside the caller's transaction; gives the checkpoint after it. */
export type IndexEvent = (recorded: Recorded<DomainEvent>, before: Checkpoint) => Checkpoint;

const provenanceOf = ({ recordedBy, channel, onWordOf, why, source }: DomainEvent): string =>
  JSON.stringify({ recordedBy, channel, onWordOf, why, source });

const later = (a: string, b: string): string => (a > b ? a : b);

/** The writer of the views: turns events into rows. One a connection. */
export const eventIndexer = (db: DatabaseSync): IndexEvent => {
  const insertEvent = db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)');
  const writer = assertionWriter(db);
  return ({ event, stream, position }, before) => {
    const { effectiveOn } = event;
    const ordinal = before.ordinal + 1;
    const recordedAt = later(before.recordedAt, event.recordedAt);
    insertEvent.run(ordinal, event.id, event.type, effectiveOn, recordedAt, provenanceOf(event));
    const placed = { stream, effectiveOn, ordinal, document: event.source?.document };
    const { says, confirms, retracts } = statementsOf(event);
    says.forEach((said) => writer.say(placed, said));
    confirms.forEach((confirmed) => writer.confirm(placed, confirmed));
    retracts.forEach((retracted) => writer.retract(placed, retracted));
    return { ordinal, position, recordedAt };
  };
};
