import type { Package } from '../package/open-package.ts';
import { relationshipsOf } from '../package/relationships.ts';
import { walkXml, type XmlListener } from '../xml/parse-xml.ts';
import { columnFills } from './column-fills.ts';
import { commentsOf, type People } from './comments.ts';
import { drawnOn } from './drawn.ts';
import { findingsOf } from './findings.ts';
import type { Sheet } from './sheet.ts';
import { sheetDetails } from './sheet-details.ts';
import { sheetRows } from './sheet-rows.ts';
import type { ListedSheet } from './workbook.ts';
import type { WorkbookContext } from './workbook-context.ts';
import { writtenCells } from './written-cells.ts';

/** Rows and what is besides them are listened to by turns: there are many rows, and each element costs. */
const byTurns = (rows: XmlListener, besides: XmlListener): XmlListener => {
  let listening = besides;
  return {
    open: (element, attributes) => {
      if (element === 'x:sheetData') listening = rows;
      else listening.open(element, attributes);
    },
    text: (words) => listening.text(words),
    close: (element) => {
      if (element === 'x:sheetData') listening = besides;
      else listening.close(element);
    },
  };
};

/** So often is progress told. */
const rowsBetween = 2_000;

/** How many rows a sheet's part writes: found by their beginnings, which is quick and near enough. */
const rowsIn = (bytes: Buffer): number => {
  let rows = 0;
  for (let at = bytes.indexOf('row '); at >= 0; at = bytes.indexOf('row ', at + 4)) rows += 1;
  return rows;
};

/**
 * Reads a sheet from its part and those that belong to it.
 * @param wordedBefore how many cells of the sheets before had words
 * @param progress told how much of it is read, from 0 to 1
 */
export const readSheet = async (
  context: WorkbookContext,
  file: Package,
  listed: ListedSheet,
  people: People,
  wordedBefore: number,
  progress: (share: number) => void,
): Promise<Sheet> => {
  const { name } = context;
  const bytes = await file.read(listed.part);
  const relationships = await relationshipsOf(name, file, listed.part);
  const { listener: besides, details } = sheetDetails(name, listed.name);
  const all = rowsIn(bytes);
  let done = 0;
  const fills = once(() => columnFills(details.columns, context.styles));
  const { finds, findings } = findingsOf(
    (column) => fills()(column) !== undefined,
    () => {
      done += 1;
      if (done % rowsBetween === 0) progress(Math.min(1, done / Math.max(1, all)));
    },
  );
  const { listener, rows, countWorded } = sheetRows(context, listed.name, wordedBefore, finds);
  walkXml({ name, part: listed.part }, bytes, byTurns(writtenCells(listener), besides));
  return {
    name: listed.name,
    rows,
    worded: countWorded(),
    details,
    findings: findings(),
    relationships,
    comments: await commentsOf(name, file, relationships, people),
    drawn: await drawnOn(name, file, relationships),
  };
};

/** What columns look like is written before the rows, and asked for with them. */
const once = <A>(make: () => A): (() => A) => {
  let made: Readonly<{ value: A }> | undefined;
  return () => (made ??= { value: make() }).value;
};
