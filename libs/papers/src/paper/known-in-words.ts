import type { PaperAnswer } from '@trackrecord/application';
import { instantInWords, usualTimeZone } from '@trackrecord/read-models';

const shown = instantInWords(usualTimeZone);

/** Up to when the log was known, in words that go on from "as known" or "knew". */
export const knownInWords = ({ knownAt }: Pick<PaperAnswer, 'knownAt'>): string => {
  if (knownAt === null) return 'when the paper was made';
  if (typeof knownAt === 'number') return `at ordinal ${knownAt}`;
  const { date, time } = shown(knownAt);
  return `on ${date} at ${time}`;
};
