import type { DatabaseSync } from 'node:sqlite';
import type { Ordinal, StreamName } from '@trackrecord/kernel';
import { asOrdinal } from './as-ordinal.ts';
import { registersAStream } from './views-schema.ts';

const ofThisStream = (register: string): string =>
  `${register} >= :stream * ${registersAStream} AND ${register} < (:stream + 1) * ${registersAStream}`;

/** All that was said lies together: there is no need to ask which registers there are. */
const saidInStream = `
  FROM assertion a WHERE ${ofThisStream('a.register')} AND a.ordinal <= :knownAt`;

const saidOfSubject = `
  FROM register r JOIN assertion a ON a.register = r.id
  WHERE ${ofThisStream('r.id')} AND r.subject = :subject AND a.ordinal <= :knownAt`;

/** The plus has the few retractions looked up among what was said, and not the other way round. */
const query = (said: string): string => `
  SELECT max(
    ifnull((SELECT max(a.ordinal) ${said}), 0),
    ifnull((SELECT max(x.ordinal) FROM retraction x
      WHERE x.stream = :stream AND x.ordinal <= :knownAt
        AND +x.event IN (SELECT a.ordinal ${said})), 0)) AS last`;

/** Reads when a stream, or a subject of it, was last spoken of or taken back; 0 for never. */
export const lastOrdinalReader = (
  db: DatabaseSync,
): ((stream: StreamName, knownAt: Ordinal, subject?: string) => Ordinal) => {
  const streamId = db.prepare('SELECT id FROM stream WHERE name = ?');
  const ofStream = db.prepare(query(saidInStream));
  const ofSubject = db.prepare(query(saidOfSubject));
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
