import type { Workbook } from '@cj-tech-master/excelts';
import type { SheetColumn } from '../sheets/sheet.ts';
import type { AboutLine } from './workbook-file.ts';

type Worksheets = ReturnType<Workbook['addWorksheet']>;

/** How the library is told what a cell looks like. */
export type Style = ReturnType<Worksheets['getCell']>['style'];

const font = { name: 'Calibri', size: 11 };
/** Rows of different heights are told apart. */
const border = { bottom: { style: 'hair', color: { argb: 'FF8A949B' } } } as const;
const wrapped = { vertical: 'top', wrapText: true } as const;

/** Of a table's cells, by the kind of their column. "@" keeps what is typed as text: "1.10" is no number there. */
export const cellStyles: Readonly<Record<SheetColumn['kind'], Style>> = {
  short: { font, border, numFmt: '@', alignment: { vertical: 'top' } },
  long: { font, border, alignment: wrapped },
  rating: {
    border,
    font: { ...font, bold: true },
    numFmt: '@',
    alignment: { vertical: 'top', horizontal: 'center' },
  },
  // With room after it: else a number and the words of the next column are read as one.
  number: { font, border, alignment: { vertical: 'top', horizontal: 'right', indent: 1 } },
  day: { font, border, numFmt: 'd mmm yyyy', alignment: { vertical: 'top', horizontal: 'left' } },
  time: {
    font,
    border,
    numFmt: 'd mmm yyyy hh:mm',
    alignment: { vertical: 'top', horizontal: 'left' },
  },
};

/** Of the row of heads: white on dark blue, a contrast of more than 10 to 1. */
export const headStyle: Style = {
  font: { ...font, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1D3D5C' } },
  alignment: { vertical: 'middle', wrapText: true },
};

/** Of the lines that say what the workbook is. */
export const lineStyles: Readonly<Record<Exclude<AboutLine['_tag'], 'Fact'> | 'Label', Style>> = {
  Title: { font: { ...font, size: 18, bold: true } },
  Heading: { font: { ...font, size: 13, bold: true }, alignment: { vertical: 'bottom' } },
  Sentence: { font, alignment: wrapped },
  Label: { border, font: { ...font, bold: true }, alignment: { vertical: 'top' } },
};
