import type { Remark } from '../../document/remark.ts';
import { countInWords } from '../excel/in-words.ts';
import { inSheet } from '../excel/places.ts';
import { isUnnamedSheet } from '../excel/unnamed-sheet.ts';
import type { Reader } from '../reader.ts';
import { refuse } from '../refused-file.ts';
import { childAt, type XmlElement } from '../xml/xml-element.ts';
import { aroundThePage } from './around-the-page.ts';
import { openDocumentParts } from './open-document-parts.ts';
import { parseWithoutRows } from './parse-without-rows.ts';
import { propertiesOf } from './properties-of.ts';
import type { ReadSheet } from './read-sheet.ts';
import { sheetReadings } from './sheet-readings.ts';
import { sheetRules } from './sheet-rules.ts';
import type { Story } from './story.ts';
import { type SheetTelling, tellSheet } from './tell-sheet.ts';

const hiddenRemark = (name: string, rows: number): Remark => {
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

const around = (styles: XmlElement | undefined): ReadonlyArray<Remark> =>
  aroundThePage(styles).flatMap((one) =>
    one.flow === 'aside' ? [{ ...one.aside, place: one.place ?? '' }] : [],
  );

/**
 * Reads an OpenDocument spreadsheet: each sheet that people see as a table, its cells with their words as they show
 * them, dates in full, and with their colours. Formulas are not worked out and nothing outside is fetched.
 */
export const readOds: Reader = async ({ progress, ...source }) => {
  const { name } = source;
  const readings = sheetReadings(name);
  const { content, styles, meta } = await openDocumentParts(source, (of, bytes, besides) =>
    parseWithoutRows(of, bytes, (row, table, root) => readings.row(row, table, root, besides)),
  );
  progress(1, 2);
  if (childAt(content, 'office:body', 'office:spreadsheet') === undefined) {
    refuse({
      _tag: 'Damaged',
      name,
      part: 'content.xml',
      seen: 'there is no office:spreadsheet in it',
      accepted: 'an OpenDocument spreadsheet',
    });
  }
  const { story, sheets } = readings.done(content, { styles, meta });
  const seen = sheets.flatMap((one) => (one.is === 'seen' ? [one] : []));
  const hidden = sheets.flatMap((one) => (one.is === 'hidden' ? [one] : []));
  const { pieces, remarks } = tellSheets(seen, story);
  progress(2, 2);
  return {
    pieces,
    remarks: [
      ...remarks,
      ...hidden.map((one) => hiddenRemark(one.name, one.rows)),
      ...around(styles),
    ],
    ...propertiesOf(meta),
  };
};
