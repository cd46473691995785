import { LocalDate, Ordinal } from '@trackrecord/kernel';
import type { BoardPaper, PaperBlock } from '../paper/board-paper.ts';

/** Without the test kit: what is not a specification may not import it. */
const must = <A>(codec: Readonly<{ is: (value: unknown) => value is A }>, value: unknown): A => {
  if (codec.is(value)) return value;
  throw new Error(`not what it should be: ${String(value)}`);
};

/** Words that every format would take for something of its own. */
export const nasty = `<b onclick="x">& "quoted" 'single' | *star* _under_ \`code\` [link](http://x) # ~ $ \\ </style>`;

/** A board paper for specs of what writes papers, made by hand: one section with what is given. */
export const paperWith = (...blocks: ReadonlyArray<PaperBlock>): BoardPaper => ({
  about: {
    plan: 'harbour',
    asOf: must(LocalDate, '2026-06-30'),
    ordinal: must(Ordinal, 20),
    asIn: null,
    madeOn: must(LocalDate, '2026-07-01'),
    organisation: null,
    period: '2026 – 2028',
    language: 'en-GB',
  },
  title: `Harbour ${nasty}`,
  subtitle: 'Board paper, 2026 – 2028',
  standing: ['As of 30 June 2026', 'At ordinal 20'],
  sections: [{ kind: 'actions', heading: 'Actions by priority', isWide: true, blocks }],
  footer: `Harbour ${nasty}`,
  ending: 'Made by Trackrecord from plan harbour',
});

/** A table of one row: a ref, words of two paragraphs, a rating, a number. */
export const aTable: PaperBlock = {
  _tag: 'Table',
  summary: 'One action',
  columns: [
    { head: 'Ref', share: 1, align: 'start' },
    { head: 'Action | what', share: 6, align: 'start' },
    { head: 'Rating', share: 2, align: 'start' },
    { head: 'Days', share: 1, align: 'end' },
  ],
  rows: [
    [
      { _tag: 'Words', paragraphs: ['27'] },
      { _tag: 'Words', paragraphs: ['Open <the> grounds', 'a | b'] },
      { _tag: 'Rating', rating: { word: 'Amber/Green', tone: 'amber-green' } },
      { _tag: 'Words', paragraphs: ['12'] },
    ],
  ],
  rowHead: 0,
};

export const bars: PaperBlock = {
  _tag: 'RatingBars',
  title: 'Actions by rating',
  alt: 'Bars: Red 2, Green 1',
  ratings: [
    { word: 'Red', tone: 'red' },
    { word: 'Green', tone: 'green' },
  ],
  bars: [{ label: '30 June 2026', counts: [2, 1] }],
};
