import type { CellPlace } from '../../../document/block.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import type { RemarkList } from '../besides/remark-list.ts';
import type { Tone } from '../colours/tone.ts';
import type { Counted, Story } from '../inline/story.ts';
import type { ListCounters } from '../numbering/list-counters.ts';
import type { Lists } from '../numbering/list-definitions.ts';

/** What is counted while a document is read, all from 0. */
export type Tallies = {
  paragraphs: number;
  tables: number;
  readonly things: Map<Counted, number>;
};

/** A note that the words refer to, and from where. */
export type Reference = Readonly<{ kind: 'footnote' | 'endnote'; id: string; place: string }>;

/** A document while it is read: what it defines, and how far the reading has come. */
export type Book = Readonly<{
  /** The file's name. */
  name: string;
  /** The part that is read, by its name in the file. */
  part: string;
  story: Story;
  lists: Lists;
  counters: ListCounters;
  /** By their ids; those that were told of are in `commented`. */
  comments: ReadonlyMap<string, XmlElement>;
  commented: Set<string>;
  references: Array<Reference>;
  tallies: Tallies;
  remarks: RemarkList;
  /** Told how many of the body's parts are read. */
  progress: (done: number, of: number) => void;
}>;

/** Where what is read stands. */
export type Where = Readonly<{
  cell?: CellPlace;
  /** Of the cell. */
  fill?: Tone;
  /** Where it is not told by paragraph or cell: "text box in paragraph 3". */
  place?: string;
  /** Tables around it. */
  depth: number;
  /** The row was inserted, which is told of the row. */
  isNewRow?: boolean;
  /** Of a note: its mark, the first time that it is asked for. */
  mark?: () => string | undefined;
}>;

export const tallies = (): Tallies => ({ paragraphs: 0, tables: 0, things: new Map() });

export const countThing =
  ({ things }: Tallies) =>
  (what: Counted): number => {
    const number = (things.get(what) ?? 0) + 1;
    things.set(what, number);
    return number;
  };
