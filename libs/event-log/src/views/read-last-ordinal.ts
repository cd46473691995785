import type { DatabaseSync } from 'node:sqlite';
import type { Ordinal, StreamName } from '@trackrecord/kernel';
import { asOrdinal } from './as-ordinal.ts';
import { registersAStream } from './views-schema.ts';

const said = (ofSubject: boolean): string => `
  FROM register r JOIN assertion a ON a.register = r.id
  WHERE r.id >= :stream * ${registersAStream} AND r.id < (:stream + 1) * ${registersAStream}
    ${ofSubject ? 'AND r.subject = :subject' : ''} AND a.ordinal <= :knownAt`;

const query = (ofSubject: boolean): string => `
  SELECT max(
    ifnull((SELECT max(a.ordinal) ${said(ofSubject)}), 0),
    ifnull((SELECT max(x.ordinal) FROM retraction x
      WHERE x.stream = :stream AND x.ordinal <= :knownAt
        AND x.event IN (SELECT a.ordinal ${said(ofSubject)})), 0)) AS last`;

/** Reads when a stream, or a subject of it, was last spoken of or taken back; 0 for never. */
export const lastOrdinalReader = (
  db: DatabaseSync,
): ((stream: StreamName, knownAt: Ordinal, subject?: string) => Ordinal) => {
  const streamId = db.prepare('SELECT id FROM stream WHERE name = ?');
  const [ofStream, ofSubject] = [db.prepare(query(false)), db.prepare(query(true))];
  return (name, knownAt, subject) => {
    const stream = streamId.get(name)?.['id'];
    if (typeof stream !== 'number') return asOrdinal(0);
    const row =
      subject === undefined
        ? ofStream.get({ stream, knownAt })
        : ofSubject.get({ stream, knownAt, subject });
    return asOrdinal(row?.['last']);
  };
};
