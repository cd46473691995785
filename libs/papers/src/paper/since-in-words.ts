import type { PaperAnswer } from '@trackrecord/application';
import { dateInWords } from '@trackrecord/kernel';

/** Since when changes are told, in words that go on from "since". */
export const sinceInWords = ({ since: { on, why } }: Pick<PaperAnswer, 'since'>): string => {
  const date = dateInWords(on);
  switch (why._tag) {
    case 'Review':
      return `the review on ${date}`;
    case 'Asked':
      return date;
    case 'Beginning':
      return `the plan began on ${date}`;
  }
};
