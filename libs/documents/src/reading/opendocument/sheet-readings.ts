import { wordedCells } from '../excel/worded-cells.ts';
import { mostWordedOf } from '../most-worded.ts';
import { childAt, childrenNamed, textIn, type XmlElement } from '../xml/xml-element.ts';
import { newStory } from './new-story.ts';
import type { PartsBesides } from './open-document-parts.ts';
import { propertiesOf } from './properties-of.ts';
import { type ReadSheet, type SheetReader, sheetReader } from './read-sheet.ts';
import type { Story } from './story.ts';

/** A sheet that was read; or one that is hidden, with how many rows of it have words. */
export type SheetReading =
  | Readonly<{ is: 'seen'; table: XmlElement; sheet: ReadSheet }>
  | Readonly<{ is: 'hidden'; name: string; rows: number }>;

/** Reads the sheets of a spreadsheet while its content is parsed. */
export type SheetReadings = Readonly<{
  /** Reads a row of a sheet. @param root the content as far as it is parsed: its styles are before its rows */
  row: (row: XmlElement, table: XmlElement, root: XmlElement, besides: PartsBesides) => void;
  /**
   * All sheets in their order, also those without rows; and the story that they were read in. Refused where they have
   * more cells with words than are kept.
   */
  done: (
    root: XmlElement,
    besides: PartsBesides,
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

/** What all sheets share: the story that they are read in, and how many cells with words there may be and were. */
type Shared = { readonly story: Story; readonly mostWorded: number; worded: number };

/** Refuses what has more cells with words than are kept. */
const checkWorded = ({ story, mostWorded }: Shared, sheets: ReadonlyArray<SheetReading>): void => {
  const counted = wordedCells({ name: story.name, mostWorded });
  for (const one of sheets) if (one.is === 'seen') counted.add(one.sheet);
  counted.check();
};

/** @param name the file's, for refusals */
export const sheetReadings = (name: string): SheetReadings => {
  let known: Shared | undefined;
  const entries = new Map<XmlElement, Entry>();
  const sharedBy = (content: XmlElement, besides: PartsBesides): Shared =>
    (known ??= {
      story: newStory({ name, content, ...besides }),
      mostWorded: mostWordedOf(propertiesOf(besides.meta).properties),
      worded: 0,
    });
  const entryOf = (table: XmlElement, root: XmlElement, shared: Shared): Entry => {
    const found = entries.get(table);
    if (found !== undefined) return found;
    const { story, mostWorded } = shared;
    const reader = sheetReader(table, nameOf(table, root), story, (words) => {
      shared.worded += words;
      return shared.worded <= mostWorded;
    });
    const entry = { table, reader, isHidden: isHidden(table, story), rows: 0 };
    entries.set(table, entry);
    return entry;
  };
  return {
    row: (row, table, root, besides) => {
      const entry = entryOf(table, root, sharedBy(root, besides));
      if (!entry.isHidden) entry.reader.row(row);
      else if (textIn(row).trim() !== '') entry.rows += 1;
    },
    done: (root, besides) => {
      const shared = sharedBy(root, besides);
      const sheets = tablesIn(root).map((table): SheetReading => {
        const entry = entryOf(table, root, shared);
        return entry.isHidden
          ? { is: 'hidden', name: nameOf(table, root), rows: entry.rows }
          : { is: 'seen', table, sheet: entry.reader.done() };
      });
      checkWorded(shared, sheets);
      return { story: shared.story, sheets };
    },
  };
};
