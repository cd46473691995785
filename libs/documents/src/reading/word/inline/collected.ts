import type { Remark } from '../../../document/remark.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import type { Look } from '../styles/look.ts';

/** Words that look the same. */
export type Span = Readonly<{ words: string; look: Look }>;

/** Something to remark on, and on which line of its paragraph it stands, from 0. */
export type Note = Readonly<{
  kind: Remark['kind'];
  words: string;
  line: number;
  /** Of a tracked change: words that were put in. */
  isInsertion?: true;
}>;

/** Who changed words, and when; `verb` is "Inserted", "Moved here". */
export type Change = Readonly<{ verb: string; by: string; isInsertion: boolean }>;

type Told = { change: Change; words: string; line: number };

/**
 * What stands in a paragraph. Words come in lines, which soft breaks end; what is no words is noted, or put aside to be
 * read on its own.
 */
export type Collected = {
  readonly lines: Array<Array<Span>>;
  readonly notes: Array<Note>;
  /** The contents of text boxes. */
  readonly boxes: Array<XmlElement>;
  /** References to footnotes and endnotes. */
  readonly references: Array<Readonly<{ kind: 'footnote' | 'endnote'; id: string; mark?: string }>>;
  /** The comments that are anchored here, by their ids, and on which line. */
  readonly comments: Array<Readonly<{ id: string; line: number }>>;
  readonly changes: Array<Told>;
  /** Changes whose words are being read, the innermost last. */
  readonly open: Array<Told>;
  hidden: string;
  /** Whether words were read since the last change: the next one is then another. */
  isSince: boolean;
};

export const nothingCollected = (): Collected => ({
  lines: [[]],
  notes: [],
  boxes: [],
  references: [],
  comments: [],
  changes: [],
  open: [],
  hidden: '',
  isSince: false,
});

export const lineOf = ({ lines }: Collected): number => lines.length - 1;

export const addWords = (into: Collected, words: string, look: Look): void => {
  if (words === '') return;
  into.lines.at(-1)?.push({ words, look });
  const told = into.open.at(-1);
  if (told === undefined) into.isSince = true;
  else told.words += words;
};

/** The words of a line that a line goes through, each stretch of them by itself. */
export const struckOn = (line: ReadonlyArray<Span>): ReadonlyArray<string> => {
  const stretches: Array<string> = [];
  let isOpen = false;
  for (const { words, look } of line) {
    if (look.isStruck === true) {
      if (isOpen) stretches.push(`${stretches.pop() ?? ''}${words}`);
      else stretches.push(words);
    }
    isOpen = look.isStruck === true;
  }
  return stretches.filter((words) => words.trim() !== '');
};

export const breakLine = (into: Collected): void => {
  into.lines.push([]);
  const told = into.open.at(-1);
  if (told !== undefined) told.words += ' ';
};

export const addNote = (into: Collected, kind: Remark['kind'], words: string): void => {
  into.notes.push({ kind, words, line: lineOf(into) });
};

const isSame = (a: Change, b: Change): boolean => a.verb === b.verb && a.by === b.by;

/** Begins a change, or goes on with the last one where nothing stands between: programs cut one into many. */
export const beginChange = (into: Collected, change: Change): void => {
  const last = into.changes.at(-1);
  if (last !== undefined && !into.isSince && isSame(last.change, change)) {
    into.open.push(last);
    return;
  }
  const told: Told = { change, words: '', line: lineOf(into) };
  into.changes.push(told);
  into.open.push(told);
  into.isSince = false;
};

export const endChange = (into: Collected): void => {
  into.open.pop();
};
