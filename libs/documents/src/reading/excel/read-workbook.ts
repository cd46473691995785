import type { Piece } from '../../document/blocks-of-pieces.ts';
import type { Remark } from '../../document/remark.ts';
import { limits } from '../limits.ts';
import { mostWordedOf } from '../most-worded.ts';
import { customPropertiesOf } from '../package/custom-properties.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import type { Reader } from '../reader.ts';
import { refuse } from '../refused-file.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { coloursOf } from './colours.ts';
import { peopleOf } from './comments.ts';
import { countRows } from './count-rows.ts';
import { countInWords } from './in-words.ts';
import { tellCells } from './pieces-of-sheet.ts';
import { inSheet } from './places.ts';
import { readSheet } from './read-sheet.ts';
import { remarksOnCells } from './remarks-on-cells.ts';
import { remarksOnSheet } from './remarks-on-sheet.ts';
import { rulesOf } from './rules.ts';
import { sharedStringsOf } from './shared-strings.ts';
import { keyOf, type Sheet } from './sheet.ts';
import { stylesOf } from './styles.ts';
import { isUnnamedSheet } from './unnamed-sheet.ts';
import { type ListedSheet, type Workbook, workbookOf } from './workbook.ts';
import type { WorkbookContext } from './workbook-context.ts';
import { wordedCells } from './worded-cells.ts';

const contextOf = async (
  name: string,
  file: Package,
  { relationships, is1904 }: Workbook,
  mostWorded: number,
): Promise<WorkbookContext> => {
  const bytesOf = async (kind: string) => {
    const part = relationships.find((one) => one.kind === kind && !one.isExternal)?.target;
    // A part that is named and lacks is damage; one that is not named there need not be.
    return part === undefined ? undefined : { part, bytes: await file.read(part) };
  };
  const rootOf = async (kind: string) => {
    const found = await bytesOf(kind);
    return found === undefined ? undefined : parseXml({ name, part: found.part }, found.bytes);
  };
  const root = await rootOf('styles');
  const colourOf = coloursOf(root, await rootOf('theme'));
  const strings = await bytesOf('sharedStrings');
  return {
    name,
    is1904,
    mostWorded,
    colourOf,
    styles: stylesOf(root, colourOf, is1904),
    strings: sharedStringsOf({ name, part: strings?.part ?? '' }, strings?.bytes),
  };
};

/** What is not of the sheets that are read: pictures of data alone, other workbooks, connections. */
const remarksOnWorkbook = ({ sheets, relationships }: Workbook): ReadonlyArray<Remark> => {
  const isPlain = ({ kind }: ListedSheet): boolean => kind === 'worksheet';
  const others = sheets.filter((sheet) => !isPlain(sheet));
  const linked = relationships.filter(({ kind }) => kind === 'externalLink').length;
  const connected = relationships.some(({ kind }) => kind === 'connections');
  return [
    ...others.map(({ name, kind }): Remark => {
      const what = kind === 'chartsheet' ? 'a chart' : 'no table of cells';
      return {
        kind: 'not read',
        place: inSheet(name),
        words: `The sheet is ${what}; it is not read.`,
      };
    }),
    ...(linked === 0
      ? []
      : [
          {
            kind: 'link',
            place: '',
            words: `The workbook draws on ${countInWords(linked, 'another workbook', 'other workbooks')}, which ${linked === 1 ? 'is' : 'are'} not fetched: values are those that were saved with it.`,
          } as const,
        ]),
    ...(connected
      ? [
          {
            kind: 'not read',
            place: '',
            words:
              'The workbook draws on data from elsewhere, which are not fetched: values are those that were saved with it.',
          } as const,
        ]
      : []),
  ];
};

const wantedOf = ({ findings, details, comments }: Sheet): ReadonlySet<number> =>
  new Set(
    [
      ...[...findings.doubts.values()].flatMap(({ first }) => first.map(({ at }) => at)),
      ...findings.links.first.map(({ at }) => at),
      ...details.links.map(({ area }) => area.first),
      ...comments.map(({ at }) => at),
    ].map(keyOf),
  );

type Telling = { pieces: Array<Piece>; remarks: Array<Remark>; tables: number };

/** Adds a sheet's pieces and remarks to those of the sheets before. */
const tell = (
  context: WorkbookContext,
  sheet: Sheet,
  isHeaded: boolean,
  telling: Telling,
): void => {
  const { pieces, remarks } = telling;
  const place = inSheet(sheet.name);
  if (isHeaded) pieces.push({ kind: 'heading', text: sheet.name, level: 1, place });
  telling.tables += 1;
  const { read, unread } = rulesOf(sheet.details.rules, context.styles);
  const { name } = context;
  const tooMany = (blocks: number): never =>
    refuse({ _tag: 'TooManyBlocks', name, blocks, limit: limits.blocks });
  const wanted = wantedOf(sheet);
  const told = tellCells(sheet, telling.tables, read, context.styles, pieces, wanted, tooMany);
  for (const remark of remarksOnSheet(sheet, unread)) remarks.push(remark);
  for (const remark of remarksOnCells(sheet, told)) remarks.push(remark);
};

const hasWords = ({ rows }: Sheet): boolean => rows.some(({ isWorded }) => isWorded);

/** A sheet without words gives no pieces; what else it has is said. */
const tellEmpty = (sheet: Sheet, { remarks }: Telling): void => {
  const place = inSheet(sheet.name);
  remarks.push({ kind: 'not read', place, words: 'The sheet has no words.' });
  const none = { pieceOf: () => undefined, covered: [], leftOut: 0 };
  remarks.push(...remarksOnSheet(sheet, []), ...remarksOnCells(sheet, none));
};

/**
 * Tells the sheets that people see, one after another; each begins with its name as a heading, unless there is but one
 * and nobody named it.
 */
const tellSheets = async (
  context: WorkbookContext,
  file: Package,
  { sheets, relationships }: Workbook,
  progress: (done: number, of: number) => void,
): Promise<Telling> => {
  const telling: Telling = { pieces: [], remarks: [], tables: 0 };
  const people = await peopleOf(context.name, file, relationships);
  const seen = sheets.filter(({ kind, isHidden }) => kind === 'worksheet' && !isHidden);
  // Held back until it is known whether another follows it.
  let first: Sheet | undefined;
  const worded = wordedCells(context);
  for (const [at, listed] of seen.entries()) {
    const sheet = await readSheet(context, file, listed, people, worded.count(), (share) =>
      progress(Math.round((at + share) * 100), seen.length * 100),
    );
    if (!worded.add(sheet)) continue;
    if (!hasWords(sheet)) tellEmpty(sheet, telling);
    else if (first === undefined && telling.tables === 0 && isUnnamedSheet(sheet.name))
      first = sheet;
    else {
      if (first !== undefined) tell(context, first, true, telling);
      first = undefined;
      tell(context, sheet, true, telling);
    }
  }
  worded.check();
  if (first !== undefined) tell(context, first, false, telling);
  return telling;
};

const remarksOnHidden = async (
  name: string,
  file: Package,
  sheets: ReadonlyArray<ListedSheet>,
): Promise<ReadonlyArray<Remark>> => {
  const remarks: Array<Remark> = [];
  for (const { name: sheet, kind, isHidden, part } of sheets) {
    if (!isHidden || kind !== 'worksheet') continue;
    const rows = countRows({ name, part }, await file.read(part));
    const held = rows === 0 ? 'nothing' : countInWords(rows, 'one row', 'rows');
    const words = `The sheet is hidden and not read; it holds ${held}.`;
    remarks.push({ kind: 'hidden', place: inSheet(sheet), words });
  }
  return remarks;
};

/**
 * Reads an Excel workbook: each sheet that people see as a table, its cells with their words as Excel shows them, dates
 * in full, and with their colours. Formulas are not worked out and nothing outside is fetched.
 */
export const readWorkbook: Reader = async ({ name, bytes, progress }) => {
  const file = await openPackage(name, bytes);
  const workbook = await workbookOf(name, file);
  const properties = await customPropertiesOf(name, file);
  const context = await contextOf(name, file, workbook, mostWordedOf(properties));
  const { pieces, remarks } = await tellSheets(context, file, workbook, progress);
  const hidden = await remarksOnHidden(name, file, workbook.sheets);
  return {
    pieces,
    remarks: [...remarks, ...hidden, ...remarksOnWorkbook(workbook)],
    ...(properties === undefined ? {} : { properties }),
  };
};
