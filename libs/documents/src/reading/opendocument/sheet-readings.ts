import { childAt, childrenNamed, textIn, type XmlElement } from '../xml/xml-element.ts';
import { newStory } from './new-story.ts';
import { type ReadSheet, type SheetReader, sheetReader } from './read-sheet.ts';
import type { Story } from './story.ts';

/** A sheet that was read; or one that is hidden, with how many rows of it have words. */
export type SheetReading =
  | Readonly<{ is: 'seen'; table: XmlElement; sheet: ReadSheet }>
  | Readonly<{ is: 'hidden'; name: string; rows: number }>;

/** Reads the sheets of a spreadsheet while its content is parsed. */
export type SheetReadings = Readonly<{
  /** Reads a row of a sheet. @param root the content as far as it is parsed: its styles are before its rows */
  row: (
    row: XmlElement,
    table: XmlElement,
    root: XmlElement,
    styles: XmlElement | undefined,
  ) => void;
  /** All sheets in their order, also those without rows; and the story that they were read in. */
  done: (
    root: XmlElement,
    styles: XmlElement | undefined,
  ) => Readonly<{ story: Story; sheets: ReadonlyArray<SheetReading> }>;
}>;

const isHidden = ({ attributes }: XmlElement, { styles }: Story): boolean =>
  styles.property(
    'table',
    attributes['table:style-name'],
    'style:table-properties',
    'table:display',
  ) === 'false';

const tablesIn = (root: XmlElement): ReadonlyArray<XmlElement> => {
  const book = childAt(root, 'office:body', 'office:spreadsheet');
  return book === undefined ? [] : childrenNamed(book, 'table:table');
};

const nameOf = (table: XmlElement, root: XmlElement): string =>
  (table.attributes['table:name'] ?? '').replace(/\s+/gu, ' ').trim() ||
  `Sheet${tablesIn(root).indexOf(table) + 1}`;

type Entry = {
  readonly table: XmlElement;
  readonly reader: SheetReader;
  isHidden: boolean;
  rows: number;
};

/** @param name the file's, for refusals */
export const sheetReadings = (name: string): SheetReadings => {
  let known: Story | undefined;
  const entries = new Map<XmlElement, Entry>();
  const storyOf = (content: XmlElement, styles: XmlElement | undefined): Story =>
    (known ??= newStory({ name, content, styles, meta: undefined }));
  const entryOf = (table: XmlElement, root: XmlElement, story: Story): Entry => {
    const found = entries.get(table);
    if (found !== undefined) return found;
    const reader = sheetReader(table, nameOf(table, root), story);
    const entry = { table, reader, isHidden: isHidden(table, story), rows: 0 };
    entries.set(table, entry);
    return entry;
  };
  return {
    row: (row, table, root, styles) => {
      const entry = entryOf(table, root, storyOf(root, styles));
      if (!entry.isHidden) entry.reader.row(row);
      else if (textIn(row).trim() !== '') entry.rows += 1;
    },
    done: (root, styles) => {
      const story = storyOf(root, styles);
      const sheets = tablesIn(root).map((table): SheetReading => {
        const entry = entryOf(table, root, story);
        return entry.isHidden
          ? { is: 'hidden', name: nameOf(table, root), rows: entry.rows }
          : { is: 'seen', table, sheet: entry.reader.done() };
      });
      return { story, sheets };
    },
  };
};
