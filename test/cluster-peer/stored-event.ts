/** Where a writer says that a stream is. */
export type Expected = bigint | 'any' | 'no_stream' | 'stream_exists';

/** An event as a writer sends it. */
export type Proposed = Readonly<{
  /** A UUID in lower case. */
  id: string;
  type: string;
  isJson: boolean;
  data: Uint8Array;
  metadata: Uint8Array;
}>;

/** An event in the log of the cluster. */
export type StoredEvent = Proposed &
  Readonly<{
    stream: string;
    revision: bigint;
    /** When it was stored, in ticks of 100 ns since 1970. */
    created: bigint;
    /** Its place in the log: commit and prepare position are the same, see `log-record-size.ts`. */
    position: bigint;
    /** Where the next record begins. */
    end: bigint;
    /** Its number in `$all`, from 0. */
    index: number;
  }> & {
    /** The answer to a read that carries it, once it was asked for. */
    wire: Buffer | undefined;
  };

/** A place in `$all`. */
export type LogPosition = Readonly<{ commit: bigint; prepare: bigint }>;

export const comparePositions = (a: LogPosition, b: LogPosition): number => {
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  if (a.prepare !== b.prepare) return a.prepare < b.prepare ? -1 : 1;
  return 0;
};

export const positionOf = (event: StoredEvent): LogPosition => ({
  commit: event.position,
  prepare: event.position,
});

/** The revision of a stream that was never written to. KurrentDB: Data/ExpectedVersion.cs */
export const noStream = -1n;

/** The revision of a tombstone, and what `$tb` says of a stream that was deleted softly. KurrentDB: EventNumber.cs */
export const deletedStream = 9_223_372_036_854_775_807n;
