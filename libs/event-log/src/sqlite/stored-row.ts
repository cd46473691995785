import type { StorageError } from '@trackrecord/application/ports';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { type StoredEvent, corrupt } from '../stored-event.ts';
import { eventChecksum } from './event-checksum.ts';

/** The columns of a row, in the order in which `storedRow` takes them. */
export const columns =
  'events.position, events.stream, events.revision, events.checksum, events.event';

/** A stored event, and its stream's key in the file. */
export type StoredRow = StoredEvent & Readonly<{ key: number }>;

type Columns = readonly [
  position: number,
  key: number,
  revision: number,
  checksum: number,
  text: string,
];

/** A damaged row may hold values of other types: SQLite keeps a value's type in the row. */
const areColumns = (row: unknown): row is Columns =>
  Array.isArray(row) &&
  typeof row[0] === 'number' &&
  typeof row[1] === 'number' &&
  typeof row[2] === 'number' &&
  typeof row[3] === 'number' &&
  typeof row[4] === 'string';

const positionIn = (row: unknown): number =>
  Array.isArray(row) && typeof row[0] === 'number' ? row[0] : 0;

/** A row as a stored event, if it is what was written. */
export const storedRow =
  (nameOf: (key: number) => StreamName | undefined) =>
  (row: unknown): E.Either<StorageError, StoredRow> => {
    if (areColumns(row)) {
      const [position, key, revision, checksum, text] = row;
      const stream = nameOf(key);
      if (stream !== undefined && eventChecksum(position, revision, stream, text) === checksum) {
        return E.right({ position, stream, revision, text, key });
      }
    }
    const position = positionIn(row);
    return E.left(
      corrupt(
        position,
        `the event at position ${position} is not what was written (its checksum does not fit): restore a backup`,
      ),
    );
  };
