import { deletedStream } from './stored-event.ts';

/** What a stream's metadata says of which events are read. Ages (`$maxAge`) are not kept. */
export type StreamMetadata = Readonly<{
  /** Events before this revision are not read. */
  truncateBefore: bigint;
  maxCount: bigint | undefined;
}>;

export const noMetadata: StreamMetadata = { truncateBefore: 0n, maxCount: undefined };

/** KurrentDB: SystemNames.cs */
export const metastreamOf = (stream: string): string => `$$${stream}`;
export const isMetastream = (stream: string): boolean => stream.startsWith('$$');
export const originalStreamOf = (metastream: string): string => metastream.slice(2);

/** The metadata of a stream that was deleted softly. KurrentDB: StorageWriterService.cs, WriteDelete */
export const softDeletion = (): Uint8Array => Buffer.from(`{"$tb":${String(deletedStream)}}`);

const fieldsOf = (data: Uint8Array): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(data).toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};

const revisionIn = (value: unknown): bigint | undefined => {
  if (typeof value !== 'number' || value < 0) return undefined;
  // JSON's numbers are not exact up there; only a deletion says so much.
  return value > Number.MAX_SAFE_INTEGER ? deletedStream : BigInt(Math.trunc(value));
};

export const readMetadata = (data: Uint8Array): StreamMetadata => {
  const fields = fieldsOf(data) ?? {};
  return {
    truncateBefore: revisionIn(fields['$tb']) ?? 0n,
    maxCount: revisionIn(fields['$maxCount']),
  };
};

/** The metadata with another first revision: how a stream comes back. KurrentDB: StorageWriterService.cs, ModifyMetadata */
export const withTruncateBefore = (
  data: Uint8Array,
  truncateBefore: bigint,
): Uint8Array | undefined => {
  const fields = fieldsOf(data);
  return fields && Buffer.from(JSON.stringify({ ...fields, $tb: Number(truncateBefore) }));
};
