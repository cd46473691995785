import type { Ordinal } from '@trackrecord/kernel';

/** Where something was recorded, for the end of a sentence; without an ordinal the views are not there yet. */
export const recordedWords = (ordinal: Ordinal | null): string =>
  ordinal === null
    ? 'recorded; the views will catch up with the next question'
    : `recorded at ordinal ${ordinal}`;
