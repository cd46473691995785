import type { DatabaseSync } from 'node:sqlite';
import type { AssertionRecord, RecordFilter } from '@trackrecord/application/ports';
import { Provenance } from '@trackrecord/domain';
import { EventId, Instant, LocalDate, Ordinal, Sha256, type StreamName } from '@trackrecord/kernel';
import { column, json } from './row-values.ts';
import { registersAStream } from './views-schema.ts';

/** What a record is made of, from an assertion `a` of a register `r`, its event, its document and what took it back. */
export const recordColumns = `
  r.subject, r.field, a.value, a.effective_on AS effectiveOn, a.ordinal, e.id AS eventId,
  ifnull(a.first_said_by, e.id) AS firstSaidBy, d.sha256 AS document, e.type,
  e.recorded_at AS recordedAt, e.provenance, x.ordinal AS retractedAt,
  (SELECT t.provenance FROM event t WHERE t.ordinal = x.ordinal) AS retraction,
  (SELECT t.recorded_at FROM event t WHERE t.ordinal = x.ordinal) AS retractionRecordedAt`;

const query = `
  SELECT ${recordColumns}
  FROM stream s
    JOIN register r ON r.id >= s.id * ${registersAStream} AND r.id < (s.id + 1) * ${registersAStream}
    JOIN assertion a ON a.register = r.id
    JOIN event e ON e.ordinal = a.ordinal
    LEFT JOIN document d ON d.id = a.document
    LEFT JOIN retraction x ON x.stream = s.id AND x.event = e.ordinal AND x.ordinal <= ?2
  WHERE s.name = ?1 AND a.ordinal <= ?2
    AND (?3 IS NULL OR r.subject = ?3)
    AND (?4 IS NULL OR r.field = ?4 OR substr(r.field, 1, length(?4) + 1) = ?4 || '/')
    AND (?5 IS NULL OR a.ordinal > ?5)
  ORDER BY a.ordinal, a.place`;

export type Row = Readonly<Record<string, unknown>>;

const provenanceOf = (text: unknown): Provenance => column(Provenance, json(text));

const retractionOf = (row: Row): Pick<AssertionRecord, 'retracted'> => {
  if (row['retractedAt'] === null) return {};
  const { recordedBy, channel, onWordOf, why } = provenanceOf(row['retraction']);
  return {
    retracted: {
      ordinal: column(Ordinal, row['retractedAt']),
      recordedAt: column(Instant, row['retractionRecordedAt']),
      recordedBy,
      channel,
      ...(onWordOf === undefined ? {} : { onWordOf }),
      ...(why === undefined ? {} : { why }),
    },
  };
};

/** The record that a row of these columns holds. */
export const recordOf = (row: Row): AssertionRecord => ({
  subject: String(row['subject']),
  field: String(row['field']),
  value: json(row['value']),
  effectiveOn: column(LocalDate, row['effectiveOn']),
  ordinal: column(Ordinal, row['ordinal']),
  eventId: column(EventId, row['eventId']),
  firstSaidBy: column(EventId, row['firstSaidBy']),
  ...(row['document'] === null ? {} : { document: column(Sha256, row['document']) }),
  type: String(row['type']),
  recordedAt: column(Instant, row['recordedAt']),
  ...provenanceOf(row['provenance']),
  ...retractionOf(row),
});

/** Reads the assertions of a stream as records for its history. */
export const recordReader = (
  db: DatabaseSync,
): ((
  stream: StreamName,
  knownAt: Ordinal,
  filter: RecordFilter,
) => ReadonlyArray<AssertionRecord>) => {
  const records = db.prepare(query);
  return (stream, knownAt, { subject, field, after }) =>
    records.all(stream, knownAt, subject ?? null, field ?? null, after ?? null).map(recordOf);
};
