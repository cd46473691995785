import type { Block, CellPlace } from '../document/block.ts';
import type { Under } from '../proposal/under.ts';
import type { FieldMeaning } from '../recognisers/field-meaning.ts';
import type { Section } from './section.ts';

/** The thing that the next block may belong to. Things without a ref yet are known by a key: their first block. */
export type Open =
  | Readonly<{ kind: 'nothing' }>
  | Readonly<{
      kind: 'action';
      key: number;
      stage: 'title' | 'fields' | 'notes';
      style: 'word' | 'dotted' | 'number' | 'bullet' | 'row';
      rated: boolean;
      hasTitle: boolean;
      cell?: CellPlace;
      /** Of a row: its number as written, for rows that stand beside the same cell. */
      label?: string;
    }>
  | Readonly<{ kind: 'priority'; ref: string; hasTitle: boolean }>
  | Readonly<{ kind: 'result'; ref: string; hasTitle: boolean }>
  | Readonly<{ kind: 'indicator'; key: number; hasBreakdowns: boolean }>
  | Readonly<{ kind: 'source line'; runsOn: boolean }>
  | Readonly<{ kind: 'outcome heading' }>
  | Readonly<{ kind: 'outside outcome'; key: number }>
  | Readonly<{ kind: 'term'; term: string }>
  | Readonly<{ kind: 'organisation'; name: string }>;

/** The heading that narrative falls under: its block's index and its words. */
export type Heading = Readonly<{ block: number; words: string }>;

/** A column of ratings, and of which time its head says that they are. */
export type RatingColumn = Readonly<{
  column: number;
  head: string;
  when?: 'current' | 'previous' | 'dated';
}>;

/** A table whose header row named its columns. */
export type Columns = Readonly<{
  table: number;
  meanings: ReadonlyMap<number, FieldMeaning>;
  /** In order; more than one where a table keeps ratings of several times. */
  ratings: ReadonlyArray<RatingColumn>;
  /** Where no column is for ratings: those whose cells' colours rate the actions. */
  coloured: ReadonlySet<number>;
  /** Colours of columns or of whole rows that only make a table easier to read. */
  shades: Shades;
}>;

/** What is shaded whatever it says: columns by their colour, and whether rows are. */
export type Shades = Readonly<{ columns: ReadonlyMap<number, string>; rows: boolean }>;

/** An outcome of an outside framework under which the next priorities stand. */
export type OutcomeAbove = Readonly<{ block: Block; framework: string; title: string }>;

/** Where in the plan the reading stands: what the next block is under, and what it may go on with. */
export type Place = Readonly<{
  under: Under;
  section: Section;
  open: Open;
  /** The heading that narrative falls under, where it is not the heading of the thing that it is under. */
  heading?: Heading;
  /** The block of the last section heading. */
  sectionAt: number;
  outcomes: ReadonlyArray<OutcomeAbove>;
  /** Whether a heading of its own names the priority, and not a cell beside its actions. */
  isHeaded?: boolean;
  columns?: Columns;
  /** Themes that are known by their titles, with the priority under which each came first. */
  themes: ReadonlyMap<string, string>;
  /** How many results of the priority have no number of their own. */
  unnumberedResults: number;
}>;

export const nothing: Open = { kind: 'nothing' };

export const start: Place = {
  under: {},
  section: 'narrative',
  open: nothing,
  sectionAt: 0,
  outcomes: [],
  themes: new Map(),
  unnumberedResults: 0,
};

/** A place right after a heading: nothing of what was above it is left but the columns of the table it may stand in. */
export const placeBelow = (
  place: Place,
  below: Omit<Partial<Place>, 'columns' | 'themes'>,
): Place => ({
  ...start,
  themes: place.themes,
  ...(place.columns === undefined ? {} : { columns: place.columns }),
  ...below,
});

/** The same place with no heading but that of the thing it is under. */
export const withoutHeading = ({ heading: _, ...place }: Place): Place => place;

/** What a note, a target or a paragraph stands under, without its results. */
export const withoutResults = ({ results: _, ...under }: Under): Under => under;
