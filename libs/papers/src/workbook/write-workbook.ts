import { PaperSize, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { wordsInCell } from '@trackrecord/documents';
import { ratingColours, ratingTone } from '@trackrecord/read-models';
import type { Cell, Sheet, SheetColumn } from '../sheets/sheet.ts';
import { cellStyles, headStyle, lineStyles, type Style } from './styles.ts';
import { withProperties } from './with-properties.ts';
import type { AboutLine, WorkbookFile } from './workbook-file.ts';

// The one file that knows the library that writes workbooks.

/** Rows below the last that have drop-downs and colours too: for what people add. */
const spareRows = 200;

/** A drop-down's list may stand in the cell's own rule up to this length. */
const longestList = 255;

/** What is made a date of: Excel counts days from 1900 and believes in its 29 February. */
const firstDay = '1900-03-01';

const dateOf = (text: string): Date | string =>
  text < firstDay ? text : new Date(text.includes('T') ? `${text}Z` : text);

/** What the library is given for a cell; a string is never taken for a formula. */
const valueOf = (cell: Cell): string | number | Date | null => {
  switch (cell._tag) {
    case 'Empty':
      return null;
    case 'Words':
      return wordsInCell(cell.words);
    case 'Number':
      return cell.value;
    case 'Day':
      return dateOf(cell.on);
    case 'Time':
      return dateOf(cell.at);
  }
};

/** What a cell would be taken for if somebody typed it: such a cell is marked as text, so that editing leaves it text. */
const looksLikeFormula = (cell: Cell): boolean =>
  cell._tag === 'Words' && /^[=+\-@\t\r]/u.test(cell.words);

const styleOf = (column: SheetColumn | undefined, cell: Cell): Style =>
  looksLikeFormula(cell) ? { ...cellStyles.long, numFmt: '@' } : cellStyles[column?.kind ?? 'long'];

/** Of a line of text, in points; and what Excel holds a row to. */
const line_points = 15;
const highestRow_points = 409;

/** How many lines a cell's words take, by the width of its column in characters; roughly, as words break between. */
const linesIn = (cell: Cell, { kind, width }: SheetColumn): number =>
  cell._tag === 'Words' && kind === 'long'
    ? cell.words
        .split(/\r\n?|\n/u)
        .reduce((lines, { length }) => lines + Math.max(1, Math.ceil(length / (width * 1.12))), 0)
    : 1;

/** Not every program works out the heights of rows when it opens a file. */
const heightOf = (columns: Sheet['columns'], cells: ReadonlyArray<Cell>): number => {
  const lines = cells.map((cell, index) => {
    const column = columns[index];
    return column === undefined ? 1 : linesIn(cell, column);
  });
  return Math.min(highestRow_points, 2 + line_points * Math.max(1, ...lines));
};

const argb = (colour: string): string => `FF${colour.slice(1).toUpperCase()}`;

const letterOf = (column: number): string =>
  column < 27
    ? String.fromCharCode(64 + column)
    : letterOf(Math.floor((column - 1) / 26)) + letterOf(((column - 1) % 26) + 1);

/** The column's cells below its head, with those that people may add. */
const below = (sheet: Sheet, index: number): string => {
  const letter = letterOf(index + 1);
  return `${letter}2:${letter}${sheet.rows.length + 1 + spareRows}`;
};

/** Where a list is too long for a rule, it stands on a sheet of its own. */
const listFor = (book: Workbook, choices: ReadonlyArray<string>): string => {
  const inline = choices.join(',');
  if (inline.length <= longestList) return `"${inline}"`;
  const lists = book.getWorksheet('Lists') ?? book.addWorksheet('Lists', { state: 'hidden' });
  const column = lists.columnCount + 1;
  choices.forEach((choice, row) => {
    lists.getCell(row + 1, column).value = choice;
  });
  const letter = letterOf(column);
  return `Lists!$${letter}$1:$${letter}$${choices.length}`;
};

const addChoices = (book: Workbook, page: Worksheet, sheet: Sheet): void => {
  sheet.columns.forEach(({ choices, head }, index) => {
    if (choices === undefined) return;
    page.dataValidations.add(below(sheet, index), {
      type: 'list',
      allowBlank: true,
      formulae: [listFor(book, choices)],
      showErrorMessage: true,
      errorTitle: head,
      error: `Choose one of: ${choices.join(', ')}.`.slice(0, longestList),
    });
  });
};

/** A rating's colour goes with its word: another word has another colour at once. */
const addColours = (page: Worksheet, sheet: Sheet): void => {
  sheet.columns.forEach(({ kind, choices = [] }, index) => {
    if (kind !== 'rating') return;
    page.addConditionalFormatting({
      ref: below(sheet, index),
      rules: choices.map((rating, priority) => {
        const { fill, ink } = ratingColours[ratingTone(rating)];
        return {
          type: 'cellIs',
          operator: 'equal',
          formulae: [`"${rating}"`],
          priority: priority + 1,
          style: {
            fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: argb(fill) } },
            font: { color: { argb: argb(ink) } },
          },
        };
      }),
    });
  });
};

/** In the head or foot of a printed page "&" begins a code; Excel holds 255 characters there. */
const printed = (text: string): string => text.slice(0, 100).replace(/&/gu, '&&');

const headerFooter = ({ title, foot }: WorkbookFile, name: string) => ({
  oddHeader: `&L${printed(title)}&R${printed(name)}`,
  oddFooter: `&L${printed(foot)}&RPage &P of &N`,
});

const addSheet = (book: Workbook, file: WorkbookFile, sheet: Sheet): void => {
  const { name, columns, rows, kept } = sheet;
  const page = book.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: kept, ySplit: 1 }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: PaperSize.A4,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: headerFooter(file, name),
  });
  page.columns = columns.map(({ width, hidden = false }) => ({ width, hidden }));
  const heads = page.addRow(columns.map(({ head }) => head));
  heads.eachCell((cell) => {
    cell.style = headStyle;
  });
  heads.height = 32;
  rows.forEach((cells) => {
    const row = page.addRow(cells.map(valueOf));
    row.height = heightOf(columns, cells);
    // It is a first guess: a program that people edit the row in may find a better one.
    row.customHeight = false;
    cells.forEach((cell, index) => {
      row.getCell(index + 1).style = styleOf(columns[index], cell);
    });
  });
  page.autoFilter = `A1:${letterOf(columns.length)}${rows.length + 1}`;
  addChoices(book, page, sheet);
  addColours(page, sheet);
};

const writeLine = (page: Worksheet, line: AboutLine): void => {
  if (line._tag === 'Fact') {
    const row = page.addRow([line.label, valueOf(line.value)]);
    row.getCell(1).style = lineStyles.Label;
    row.getCell(2).style =
      line.value._tag === 'Day' ? cellStyles.day : { ...cellStyles.long, numFmt: '@' };
    return;
  }
  const row = page.addRow([wordsInCell(line.words)]);
  row.getCell(1).style = lineStyles[line._tag];
  page.mergeCells(row.number, 1, row.number, 2);
  // Programs do not find the height of a merged cell by themselves.
  if (line._tag === 'Heading') row.height = 28;
  if (line._tag === 'Sentence') row.height = 15 * Math.max(1, Math.ceil(line.words.length / 100));
};

const addAbout = (book: Workbook, file: WorkbookFile): void => {
  const { name, lines } = file.about;
  const page = book.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: {
      orientation: 'portrait',
      paperSize: PaperSize.A4,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: headerFooter(file, name),
  });
  page.columns = [{ width: 32 }, { width: 80 }];
  lines.forEach((line) => {
    writeLine(page, line);
  });
};

/** Zip archives hold local times: so they hold the same one everywhere. */
const noTime = new Date(1980, 0, 1);

/** A workbook as .xlsx; the same workbook is always the same bytes. */
export const writeWorkbook = async (file: WorkbookFile): Promise<Uint8Array> => {
  const book = new Workbook();
  const madeOn = new Date(`${file.madeOn}T00:00:00Z`);
  book.creator = 'Trackrecord';
  book.lastModifiedBy = 'Trackrecord';
  book.title = wordsInCell(file.title);
  book.created = madeOn;
  book.modified = madeOn;
  addAbout(book, file);
  file.sheets.forEach((sheet) => {
    addSheet(book, file, sheet);
  });
  const written = await book.xlsx.writeBuffer({
    zip: { modTime: noTime, timestamps: 'dos' },
    validate: false,
  });
  return withProperties(written, file.properties);
};
