import type { Failure } from '@trackrecord/application';
import { describeReadRefusal, type ReadRefusal } from '@trackrecord/documents';

/** A reader is done with a file within so many seconds, and then there is room for the next. */
const untilRoom_s = 60;

/** Why a file was not read: it may be read in a while, or not as it is. */
export const notRead = (refusal: ReadRefusal): Failure => {
  const message = describeReadRefusal(refusal);
  return refusal._tag === 'ReaderStopped' && refusal.why === 'busy'
    ? { _tag: 'Busy', message, retryAfter_s: untilRoom_s }
    : { _tag: 'Unreadable', message };
};
