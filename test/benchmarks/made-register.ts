import type { Buffer } from 'node:buffer';
import { zipOf } from './zip.ts';

/**
 * A register of actions as partnerships keep them, made by counting, as a Word document and as an Excel workbook:
 * without the libraries that read them.
 */
const heads = [
  'No.',
  'Priority',
  'Action',
  'Lead',
  'Support',
  'By when',
  'RAG',
  'Progress',
  'Next steps',
  'Evidence',
];

const wards = ['Harbour', 'Mill', 'Castle', 'Station', 'Orchard', 'Quarry', 'Chapel', 'Bridge'];
const ratings = ['Red', 'Amber', 'Green'];
const colours = ['C00000', 'FFC000', '00B050'];

const turn = (from: ReadonlyArray<string>, n: number): string => from[n % from.length] ?? '';

/** The cells of the `n`-th action, all with words, so that a register of them has as many as it can have. */
const cellsOf = (n: number): ReadonlyArray<string> => {
  const ward = turn(wards, n);
  return [
    String(n),
    `Priority ${1 + (n % 12)}: Safer ${turn(wards, n % 12)} streets`,
    `Agree with ${ward} ward how case ${n} is followed up`,
    `${ward} Council`,
    turn(['Police', 'Health Trust', 'Youth Service'], n),
    `${1 + (n % 28)} June ${2026 + (n % 4)}`,
    turn(ratings, n),
    `Met on ${1 + (n % 28)} May 2026; ${2 + (n % 9)} families came`,
    `Ask the ${ward} board again in autumn`,
    `Minutes of meeting ${n % 40}`,
  ];
};

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const schemas = 'http://schemas.openxmlformats.org';
const official = `${schemas}/officeDocument/2006/relationships`;

const related = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${official}/${kind}" Target="${target}"/>`;

const relationships = (...all: ReadonlyArray<string>): string =>
  `${xml}<Relationships xmlns="${schemas}/package/2006/relationships">${all.join('')}</Relationships>`;

/** What the parts of a file are, by their names. */
const typesOf = (parts: Readonly<Record<string, string>>): string => {
  const overrides = Object.entries(parts).map(
    ([part, type]) =>
      `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  return `${xml}<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`;
};

const rowsOf = (actions: number): ReadonlyArray<ReadonlyArray<string>> => [
  heads,
  ...Array.from({ length: actions }, (_, at) => cellsOf(at + 1)),
];

/** A Word document: a table of `actions` rows of ten cells, the rating's cell in its colour too. */
export const wordRegister = (actions: number): Buffer => {
  const cell = (words: string): string => {
    const colour = colours[ratings.indexOf(words)];
    const shading = colour === undefined ? '' : `<w:shd w:val="clear" w:fill="${colour}"/>`;
    return `<w:tc><w:tcPr>${shading}</w:tcPr><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`;
  };
  const rows = rowsOf(actions).map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`);
  const title = '<w:p><w:r><w:t>Safer Streets Plan 2026 – 2029</w:t></w:r></w:p>';
  return zipOf({
    '[Content_Types].xml': typesOf({
      '/word/document.xml': 'wordprocessingml.document.main',
    }),
    '_rels/.rels': relationships(related('r1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `${xml}<w:document xmlns:w="${schemas}/wordprocessingml/2006/main"><w:body>${title}<w:tbl>${rows.join('')}</w:tbl></w:body></w:document>`,
  });
};

/** An Excel workbook: one sheet of `actions` rows of ten cells, below their heads; words are shared, as Excel does. */
export const workbookRegister = (actions: number): Buffer => {
  const shared = new Map<string, number>();
  const cell = (words: string): string => {
    const at = shared.get(words) ?? shared.size;
    shared.set(words, at);
    return `<c t="s"><v>${at}</v></c>`;
  };
  const rows = rowsOf(actions).map((cells) => `<row>${cells.map(cell).join('')}</row>`);
  const main = `xmlns="${schemas}/spreadsheetml/2006/main"`;
  const strings = [...shared.keys()].map((words) => `<si><t>${words}</t></si>`);
  return zipOf({
    '[Content_Types].xml': typesOf({
      '/xl/workbook.xml': 'spreadsheetml.sheet.main',
      '/xl/worksheets/sheet1.xml': 'spreadsheetml.worksheet',
      '/xl/sharedStrings.xml': 'spreadsheetml.sharedStrings',
    }),
    '_rels/.rels': relationships(related('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${xml}<workbook ${main} xmlns:r="${official}"><sheets><sheet name="Register" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      related('r1', 'worksheet', 'worksheets/sheet1.xml'),
      related('r2', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/worksheets/sheet1.xml': `${xml}<worksheet ${main}><sheetData>${rows.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `${xml}<sst ${main}>${strings.join('')}</sst>`,
  });
};
