import type { PaperAnswer } from '@trackrecord/application';
import { dateInWords, type LocalDate } from '@trackrecord/kernel';
import type { PaperSection } from './board-paper.ts';
import { type ColumnOf, tableOr, wordsCell } from './blocks.ts';
import { itemsIn, shortItem } from './items-in.ts';

type Need = PaperAnswer['plan']['dataNeeds'][number];

const standing = ({ status, timescale }: Need, asOf: LocalDate): string => {
  if (status === 'met') return 'Met';
  return timescale?.latest !== undefined && timescale.latest < asOf
    ? 'Needed: its date has passed'
    : 'Needed';
};

const columns = (answer: PaperAnswer): ReadonlyArray<ColumnOf<Need>> => {
  const items = itemsIn(answer);
  return [
    { head: 'Data', share: 44, of: ({ words }) => wordsCell(words) },
    {
      head: 'For',
      share: 18,
      of: ({ under }) => wordsCell(under === '' ? '' : shortItem(items, under)),
    },
    {
      head: 'Raised on',
      share: 12,
      of: ({ raisedOn }) => wordsCell(raisedOn === null ? '' : dateInWords(raisedOn)),
    },
    { head: 'By when', share: 12, of: ({ timescale }) => wordsCell(timescale?.asWritten) },
    { head: 'Standing', share: 12, of: (need) => wordsCell(standing(need, answer.asOf)) },
  ];
};

/** The data that the plan says it needs. */
export const dataNeedsSection = (answer: PaperAnswer): PaperSection => ({
  kind: 'data needs',
  heading: 'Data needs',
  isWide: false,
  blocks: [
    tableOr(
      'The plan names no data that it needs.',
      'The data that the plan needs, what for, by when and whether it is there.',
      columns(answer),
      answer.plan.dataNeeds,
    ),
  ],
});
