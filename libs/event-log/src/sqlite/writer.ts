import type { AppendOutcome, AppendRequest } from '../append-request.ts';
import type { WriterLock } from './writer-lock.ts';

/** The writing half of a log, on whichever thread. */
export type Writer = Readonly<{
  /** Durable before the answer; never rejects. */
  append: (request: AppendRequest) => Promise<AppendOutcome>;
  /** Answers what has queued, then lets go of the file. */
  close: () => Promise<void>;
}>;

/** A writer that gives the right to write back when it is closed. */
export const heldBy = (lock: WriterLock, writer: Writer): Writer => ({
  append: writer.append,
  close: async () => {
    await writer.close();
    lock.release();
  },
});
