import { notRated } from '@trackrecord/domain';
import { ratingTone } from '@trackrecord/read-models';
import type {
  PaperBlock,
  PaperCell,
  PaperColumn,
  PaperHeading,
  PaperRating,
  PaperTable,
} from './board-paper.ts';

export const paragraph = (words: string): PaperBlock => ({ _tag: 'Paragraph', words });

export const bullets = (items: ReadonlyArray<string>): PaperBlock => ({ _tag: 'Bullets', items });

export const heading = (level: PaperHeading['level'], words: string): PaperHeading => ({
  _tag: 'Heading',
  level,
  words: words.replace(/\s+/gu, ' ').trim(),
});

/** The lines of a text that has any words on them. */
export const linesOf = (text: string): ReadonlyArray<string> =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A cell of texts, each line of which is a paragraph of its own. */
export const wordsCell = (...texts: ReadonlyArray<string | null | undefined>): PaperCell => ({
  _tag: 'Words',
  paragraphs: texts.flatMap((text) => linesOf(text ?? '')),
});

/** A rating for a paper; `null` is not rated. */
export const paperRating = (word: string | null): PaperRating => ({
  word: word ?? notRated,
  tone: ratingTone(word ?? notRated),
});

export const ratingCell = (word: string | null): PaperCell => ({
  _tag: 'Rating',
  rating: paperRating(word),
});

/** How a column of things of one kind is told. */
export type ColumnOf<A> = Readonly<{
  head: string;
  share: number;
  align?: PaperColumn['align'];
  of: (one: A) => PaperCell;
}>;

/** A table with a row for each; the first column names the row. */
export const tableOf = <A>(
  summary: string,
  columns: ReadonlyArray<ColumnOf<A>>,
  all: ReadonlyArray<A>,
): PaperTable => ({
  _tag: 'Table',
  summary,
  columns: columns.map(({ head, share, align = 'start' }) => ({ head, share, align })),
  rows: all.map((one) => columns.map(({ of }) => of(one))),
  rowHead: 0,
});

/** A table where there is anything to put in it, else a sentence that says that there is nothing. */
export const tableOr = <A>(
  nothing: string,
  summary: string,
  columns: ReadonlyArray<ColumnOf<A>>,
  all: ReadonlyArray<A>,
): PaperBlock => (all.length === 0 ? paragraph(nothing) : tableOf(summary, columns, all));
