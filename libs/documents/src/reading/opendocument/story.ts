import type { FlowNote } from '../flow/flow.ts';
import type { LineCollector } from '../flow/line-collector.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { WordsLook } from './colours.ts';
import type { Counters, Levels } from './list-levels.ts';
import type { StyleSheet } from './style-sheet.ts';
import type { TrackedChange } from './tracked-changes.ts';

/** A list as it is counted: what goes on with it counts on. */
export type ListCount = Readonly<{ style: string; counters: Counters }>;

/** A document while it is read: what it defines, and how far its numbers are counted. */
export type Story = Readonly<{
  /** The file's. */
  name: string;
  styles: StyleSheet;
  changes: ReadonlyMap<string, TrackedChange>;
  /** Insertions that are being read, with their words so far. */
  insertions: Map<string, Array<string>>;
  outline: Readonly<{ levels: Levels; counters: Counters }>;
  /** Lists by their id, and the last of each style. */
  listsById: Map<string, ListCount>;
  listsByStyle: Map<string, ListCount>;
  levelsByStyle: Map<string, Levels>;
}>;

/** Reads the paragraphs, lists and tables inside an element. */
export type NoteOf = (note: XmlElement) => FlowNote;

/** Where the reading of a paragraph stands. */
export type At = Readonly<{
  story: Story;
  lines: LineCollector;
  look: WordsLook;
  /** Words that lead somewhere are coloured for that. */
  isLink: boolean;
  /** What stands in text boxes and shapes, to be read after the paragraph. */
  boxes: Array<XmlElement>;
  noteOf: NoteOf;
}>;
