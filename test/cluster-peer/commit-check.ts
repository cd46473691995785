import { deletedStream, type Expected, noStream } from './stored-event.ts';

/** What the rule needs to know of a stream. */
export type StreamState = Readonly<{
  /** The last revision; -1 for none, the tombstone's after a hard deletion. */
  last: bigint;
  softDeleted: boolean;
  /** Whether its metadata was ever set. */
  hasMetadata: boolean;
  idAt: (revision: bigint) => string | undefined;
  /** Where in this stream an id was last written. */
  revisionOf: (id: string) => bigint | undefined;
}>;

export type Decision =
  | Readonly<{ _tag: 'Write'; undelete: boolean }>
  /** The same events are there: the answer is that of the first time. */
  | Readonly<{ _tag: 'Repeated'; last: bigint }>
  | Readonly<{ _tag: 'WrongExpectedVersion'; current: bigint }>
  | Readonly<{ _tag: 'StreamDeleted' }>;

const write = (undelete: boolean): Decision => ({ _tag: 'Write', undelete });
const wrong = (state: StreamState): Decision => ({
  _tag: 'WrongExpectedVersion',
  current: state.last,
});

/** No revision is stated: the ids are looked for among those written lately, wherever in the stream they are. */
const checkAnywhere = (state: StreamState, ids: ReadonlyArray<string>): Decision => {
  const found = ids.map(state.revisionOf);
  const missing = found.indexOf(undefined);
  const last = found.at(-1);
  if (missing === -1 && last !== undefined) return { _tag: 'Repeated', last };
  // A first part that is there and a rest that is not: the caller has to look at the stream.
  return missing > 0 ? wrong(state) : write(state.softDeleted);
};

/** A revision is stated that the stream has passed: the same ids must stand right behind it. */
const checkBehind = (
  state: StreamState,
  stated: bigint,
  ids: ReadonlyArray<string>,
  expectsNone: boolean,
): Decision => {
  const missing = ids.findIndex((id, i) => state.idAt(stated + BigInt(i) + 1n) !== id);
  if (missing === -1 && ids.length > 0)
    return { _tag: 'Repeated', last: stated + BigInt(ids.length) };
  return missing <= 0 && expectsNone && state.softDeleted ? write(true) : wrong(state);
};

/**
 * Whether an append is written, was written before, or contradicts the stream.
 * KurrentDB: Services/Storage/ReaderIndex/IndexWriter.cs, CheckCommit; which answer a failed check becomes:
 * Services/RequestManager/Managers/RequestManagerBase.cs.
 */
export const checkCommit = (
  state: StreamState,
  expected: Expected,
  ids: ReadonlyArray<string>,
): Decision => {
  if (state.last === deletedStream) return { _tag: 'StreamDeleted' };
  if (expected === 'stream_exists') {
    if (state.softDeleted) return { _tag: 'StreamDeleted' };
    if (state.last === noStream && !state.hasMetadata) return wrong(state);
  }
  if (expected === 'any' || expected === 'stream_exists') return checkAnywhere(state, ids);
  const stated = expected === 'no_stream' ? noStream : expected;
  if (stated > state.last) return wrong(state);
  // The same ids at the current revision are new events: they are written again.
  if (stated === state.last) return write(state.softDeleted);
  return checkBehind(state, stated, ids, expected === 'no_stream');
};
