import type { Remark } from '../../document/remark.ts';
import { countInWords } from '../excel/in-words.ts';
import { inSheet } from '../excel/places.ts';
import { isUnnamedSheet } from '../excel/unnamed-sheet.ts';
import type { Reader } from '../reader.ts';
import { refuse } from '../refused-file.ts';
import { childAt, childrenNamed, textIn, type XmlElement } from '../xml/xml-element.ts';
import { aroundThePage } from './around-the-page.ts';
import { rowsIn } from './flow-of-table.ts';
import { newStory } from './new-story.ts';
import { openDocumentParts } from './open-document-parts.ts';
import { propertiesOf } from './properties-of.ts';
import { readSheet, type ReadSheet } from './read-sheet.ts';
import { sheetRules } from './sheet-rules.ts';
import type { Story } from './story.ts';
import { type SheetTelling, tellSheet } from './tell-sheet.ts';

const nameOf = (table: XmlElement, at: number): string =>
  (table.attributes['table:name'] ?? '').replace(/\s+/gu, ' ').trim() || `Sheet${at + 1}`;

const isHidden = ({ attributes }: XmlElement, { styles }: Story): boolean =>
  styles.property(
    'table',
    attributes['table:style-name'],
    'style:table-properties',
    'table:display',
  ) === 'false';

const hiddenRemark = (table: XmlElement, name: string): Remark => {
  const rows = rowsIn(table).filter((row) => textIn(row).trim() !== '').length;
  const held = rows === 0 ? 'nothing' : countInWords(rows, 'one row', 'rows');
  const words = `The sheet is hidden and not read; it holds ${held}.`;
  return { kind: 'hidden', place: inSheet(name), words };
};

type Seen = Readonly<{ sheet: ReadSheet; table: XmlElement }>;

const hasWords = ({ sheet }: Seen): boolean => sheet.rows.some(({ isWorded }) => isWorded);

/** Every sheet that has words begins with its name as a heading, unless there is but one and nobody named it. */
const tellSheets = (seen: ReadonlyArray<Seen>, story: Story): SheetTelling => {
  const { name, styles } = story;
  const telling: SheetTelling = { name, styles, pieces: [], remarks: [], tables: 0 };
  const worded = seen.filter(hasWords);
  for (const one of seen) {
    const { sheet, table } = one;
    const place = inSheet(sheet.name);
    if (!hasWords(one)) {
      const words = 'The sheet has no words.';
      telling.remarks.push({ kind: 'not read', place, words }, ...sheet.remarks);
      continue;
    }
    const isHeaded = worded.length > 1 || !isUnnamedSheet(sheet.name);
    tellSheet(sheet, sheetRules(table, styles), isHeaded, telling);
  }
  return telling;
};

/**
 * Reads an OpenDocument spreadsheet: each sheet that people see as a table, its cells with their words as they show
 * them, dates in full, and with their colours. Formulas are not worked out and nothing outside is fetched.
 */
export const readOds: Reader = async ({ progress, ...source }) => {
  const parts = await openDocumentParts(source);
  const { name } = parts;
  const book =
    childAt(parts.content, 'office:body', 'office:spreadsheet') ??
    refuse({
      _tag: 'Damaged',
      name,
      part: 'content.xml',
      seen: 'there is no office:spreadsheet in it',
      accepted: 'an OpenDocument spreadsheet',
    });
  const story = newStory(parts);
  const tables = childrenNamed(book, 'table:table').map((table, at) => ({
    table,
    sheet: nameOf(table, at),
  }));
  const seen = tables.filter(({ table }) => !isHidden(table, story));
  const read = seen.map(({ table, sheet }, at): Seen => {
    progress(at, seen.length);
    return { table, sheet: readSheet(table, sheet, story) };
  });
  const { pieces, remarks } = tellSheets(read, story);
  const hidden = tables.filter(({ table }) => isHidden(table, story));
  const around = aroundThePage(parts.styles).flatMap((one): ReadonlyArray<Remark> =>
    one.flow === 'aside' ? [{ ...one.aside, place: one.place ?? '' }] : [],
  );
  return {
    pieces,
    remarks: [
      ...remarks,
      ...hidden.map(({ table, sheet }) => hiddenRemark(table, sheet)),
      ...around,
    ],
    ...propertiesOf(parts.meta),
  };
};
