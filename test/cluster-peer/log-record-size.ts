import type { Proposed } from './stored-event.ts';

const fixedPart = 8 + 10 + 2 + 8 + 4 + 8 + 16 + 16 + 8 + 4 + 4;

/** The bytes of a string behind its length in seven-bit groups. */
const stringSize = (text: string): number => {
  const bytes = Buffer.byteLength(text);
  return bytes === 0 ? 1 : bytes + Math.floor(Math.log2(bytes) / 7) + 1;
};

/**
 * What an event takes of the log, in bytes: positions in `$all` move on by it.
 * KurrentDB: TransactionLog/LogRecords/PrepareLogRecord.cs. Since version 22 an append writes such records alone, marked
 * as committed, so that an event's commit position is its prepare position (Storage/ReaderIndex/AllReader.cs).
 */
export const logRecordSize = (stream: string, event: Proposed): number =>
  fixedPart +
  stringSize(stream) +
  stringSize(event.type) +
  event.data.length +
  event.metadata.length;

/** What an event counts against the greatest size of an append, in bytes. KurrentDB: Data/Event.cs, SizeOnDisk. */
export const appendSize = (event: Proposed): number =>
  event.data.length + event.metadata.length + event.type.length * 2;

/** The greatest append, in bytes, unless the server was set otherwise (`MaxAppendSize`). */
export const defaultMaxAppendSize = 1024 * 1024;
