import { countInWords, dateInWords } from '@trackrecord/kernel';
import type { OwedAnswer } from './debts-in.ts';

const every = (months: number): string => (months === 1 ? 'month' : countInWords(months, 'month'));

/** Why an update is owed, in words. */
export const reasonInWords = (
  { reason, since, dueOn, words, title }: OwedAnswer,
  cadenceMonths: number | null,
): string => {
  switch (reason) {
    case 'asked': {
      const due = dueOn === since ? '' : `, due on ${dateInWords(dueOn)}`;
      return `Asked on ${dateInWords(since)}${due}: “${words ?? ''}”`;
    }
    case 'overdue':
      return `No news since ${dateInWords(since)}${cadenceMonths === null ? '' : `; it is due every ${every(cadenceMonths)}`}`;
    case 'never rated':
      return `Never rated since it came into the plan on ${dateInWords(since)}`;
    case 'timescale passed':
      return `It was to be done by ${dateInWords(since)}, and is still open`;
    case 'target with a gap':
      // Where a document leaves a gap, its words are those of the target.
      return `The target leaves something open since ${dateInWords(since)}${words === null || words === title ? '' : `: “${words}”`}`;
    case 'no observation':
      return `A period ended on ${dateInWords(since)}, and no value was recorded for it`;
    case 'data missing':
      return `It was wanted by ${dateInWords(since)}`;
    case 'period ended':
      return `The plan’s period ended on ${dateInWords(since)}. ${words ?? ''}`.trim();
  }
};

/** "3 days overdue"; "" on the day itself. */
export const lateness = (days: number): string =>
  days === 0 ? '' : `${countInWords(days, 'day')} overdue`;
