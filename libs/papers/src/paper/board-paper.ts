import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import type { RatingTone } from '@trackrecord/read-models';

/**
 * A board paper as every writer draws it: Word, PDF, HTML and Markdown give the same parts in the same order with the
 * same words, and differ in nothing but how they set them. There is no format in here, no length and no colour: of a
 * rating there is the word, and the tone that `ratingColours` (read-models) gives colours for.
 *
 * Text is as people wrote it: a writer escapes it, and leaves out the characters that its format cannot hold.
 */
export type BoardPaper = Readonly<{
  about: PaperAbout;
  /** The plan's title. */
  title: string;
  /** What the paper is: "Board paper, 2026 – 2028". */
  subtitle: string;
  /** Below the title: what it was as of, as known when, at which ordinal; one line each. */
  standing: ReadonlyArray<string>;
  /** In the order of the paper. None is empty: where there is nothing, a sentence says so. */
  sections: ReadonlyArray<PaperSection>;
  /** On every page, before the page's number: the plan, the date and the ordinal. */
  footer: string;
  /** The last line of all: from this an edited copy is known again. */
  ending: string;
}>;

/** What the paper is of: what a writer puts into its file's properties (see `copyProperties` in libs/documents). */
export type PaperAbout = Readonly<{
  plan: string;
  asOf: LocalDate;
  ordinal: Ordinal;
  /** Where it shows what one document's readers saw: that document's SHA-256. */
  asIn: string | null;
  /** On which day the paper was made: no writer looks at a clock. */
  madeOn: LocalDate;
  /** The partnership whose plan it is; `null` where it belongs to none. */
  organisation: string | null;
  /** The plan's period as it is written; `null` where it has none. */
  period: string | null;
  /** A tag of BCP 47. */
  language: 'en-GB';
}>;

/** Which part of the paper a section is. */
export type SectionKind =
  'summary' | 'changes' | 'actions' | 'owed' | 'indicators' | 'data needs' | 'how to read';

/** A part of the paper under a heading of the first level. */
export type PaperSection = Readonly<{
  kind: SectionKind;
  heading: string;
  /** Whether its tables have so many columns that a page across suits them better. */
  isWide: boolean;
  blocks: ReadonlyArray<PaperBlock>;
}>;

export type PaperBlock =
  | PaperHeading
  | Readonly<{ _tag: 'Paragraph'; words: string }>
  | Readonly<{ _tag: 'Bullets'; items: ReadonlyArray<string> }>
  | PaperTable
  | RatingBars
  | Lines;

/** A heading within a section: 2 is below the section's own, 3 below that. Never parted from what follows it. */
export type PaperHeading = Readonly<{ _tag: 'Heading'; level: 2 | 3; words: string }>;

/**
 * A table. Its first row is its heads, repeated on every page that it goes on to; no other row is split over two pages
 * unless it is longer than a page.
 */
export type PaperTable = Readonly<{
  _tag: 'Table';
  /** What it holds, in a sentence, for whoever hears it; not shown. */
  summary: string;
  columns: ReadonlyArray<PaperColumn>;
  /** Each as long as `columns`; at least one row. */
  rows: ReadonlyArray<ReadonlyArray<PaperCell>>;
  /** The place of the column that names its row, from 0. */
  rowHead: number;
}>;

export type PaperColumn = Readonly<{
  head: string;
  /** Its part of the table's width, as against the other columns' parts. */
  share: number;
  /** Numbers stand at the end. */
  align: 'start' | 'end';
}>;

export type PaperCell =
  /** One paragraph or more; none where the cell is empty. */
  | Readonly<{ _tag: 'Words'; paragraphs: ReadonlyArray<string> }>
  /** Filled with its tone's colour, and always with the word. */
  | Readonly<{ _tag: 'Rating'; rating: PaperRating }>;

/** A rating: "Amber/Green", or "Not rated", which has no colour of its own. */
export type PaperRating = Readonly<{ word: string; tone: RatingTone }>;

/** A picture of counts by rating: one bar for each date, made of the ratings from worst to best. */
export type RatingBars = Readonly<{
  _tag: 'RatingBars';
  title: string;
  /** All that it shows, in words. */
  alt: string;
  ratings: ReadonlyArray<PaperRating>;
  bars: ReadonlyArray<
    Readonly<{
      label: string;
      /** One for each of `ratings`. */
      counts: ReadonlyArray<number>;
    }>
  >;
}>;

/** A picture of an indicator's values over time, one line for each series and each that it is held against. */
export type Lines = Readonly<{
  _tag: 'Lines';
  title: string;
  /** What it shows, in words; a table below it holds every value. */
  alt: string;
  /** What the values are in: "families"; "Value" where nobody said. */
  unit: string;
  /** In the order of time. */
  periods: ReadonlyArray<string>;
  /** At most `mostLines`: more nobody tells apart. */
  lines: ReadonlyArray<
    Readonly<{
      name: string;
      kind: 'series' | 'comparator' | 'baseline';
      /** One for each of `periods`; `null` where there is none: the line is broken there. */
      values: ReadonlyArray<Readonly<{ value: number; isProvisional: boolean }> | null>;
    }>
  >;
}>;

/** More lines than this in one picture nobody tells apart. */
export const mostLines = 6;
