import type { Theme } from '../colours/theme.ts';
import type { Relations } from '../relations.ts';
import type { Look } from '../styles/look.ts';
import type { StyleSheet } from '../styles/style-sheet.ts';
import type { Collected } from './collected.ts';
import type { Fields } from './fields.ts';

/** What is counted through the whole document and named by its number. */
export type Counted =
  'Picture' | 'Chart' | 'SmartArt diagram' | 'Shape' | 'Embedded file' | 'Form control';

/** One part of a document that is read from its beginning to its end: the body, a header, a note. */
export type Story = Readonly<{
  styles: StyleSheet;
  theme: Theme;
  /** Of the part that it stands in. */
  relations: Relations;
  fields: Fields;
  /** The next number of what is counted. */
  count: (what: Counted) => number;
  /** A header or footer: numbers of pages are no words of the plan's. */
  isAroundPage: boolean;
}>;

/** Where the reading of a paragraph stands. */
export type At = Readonly<{
  story: Story;
  into: Collected;
  /** How words look here unless they say otherwise. */
  look: Look;
  /** Words that lead somewhere are coloured for that. */
  isLink: boolean;
}>;
