import type { DatabaseSync } from 'node:sqlite';
import type { AssertionRecord, RecordFilter } from '@trackrecord/application/ports';
import { Provenance } from '@trackrecord/domain';
import { EventId, Instant, LocalDate, Ordinal, Sha256, type StreamName } from '@trackrecord/kernel';
import { preparedOnce } from '../sqlite/prepared-once.ts';
import { column, json } from './row-values.ts';
import { registersAStream } from './views-schema.ts';

/** What a record is made of, from an assertion `a` of a register `r`, its event, its document and what took it back. */
export const recordColumns = `
  r.subject, r.field, a.value, a.effective_on AS effectiveOn, a.ordinal, e.id AS eventId,
  ifnull(a.first_said_by, e.id) AS firstSaidBy, d.sha256 AS document, e.type,
  e.recorded_at AS recordedAt, e.provenance, x.ordinal AS retractedAt,
  (SELECT t.provenance FROM event t WHERE t.ordinal = x.ordinal) AS retraction,
  (SELECT t.recorded_at FROM event t WHERE t.ordinal = x.ordinal) AS retractionRecordedAt`;

/** Only what narrows stands in the query: an index serves no condition that may be none. */
const query = ({ subject, field, after }: RecordFilter): string => `
  SELECT ${recordColumns}
  FROM stream s
    JOIN register r ON r.id >= s.id * ${registersAStream} AND r.id < (s.id + 1) * ${registersAStream}
    JOIN assertion a ON a.register = r.id
    JOIN event e ON e.ordinal = a.ordinal
    LEFT JOIN document d ON d.id = a.document
    LEFT JOIN retraction x ON x.stream = s.id AND x.event = e.ordinal AND x.ordinal <= :knownAt
  WHERE s.name = :stream AND a.ordinal <= :knownAt
    ${subject === undefined ? '' : 'AND r.subject = :subject'}
    ${field === undefined ? '' : "AND (r.field = :field OR substr(r.field, 1, length(:field) + 1) = :field || '/')"}
    ${after === undefined ? '' : 'AND a.ordinal > :after'}
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

/** The members that are there: SQLite takes no parameter that a query does not name. */
const given = (filter: RecordFilter): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Reads the assertions of a stream as records for its history. */
export const recordReader =
  (
    db: DatabaseSync,
  ): ((
    stream: StreamName,
    knownAt: Ordinal,
    filter: RecordFilter,
  ) => ReadonlyArray<AssertionRecord>) =>
  (stream, knownAt, filter) =>
    preparedOnce(db, query(filter))
      .all({ stream, knownAt, ...given(filter) })
      .map(recordOf);
