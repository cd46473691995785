import type { Remark } from '../../document/remark.ts';
import { columnName } from './cell-reference.ts';
import { asSentence, countInWords, listInWords, quoted, rowsInWords } from './in-words.ts';
import { inSheet } from './places.ts';
import type { UnreadRule } from './rules.ts';
import type { Sheet } from './sheet.ts';

type Said = readonly [kind: Remark['kind'], words: string];

/** So many names, or runs of rows, are told. */
const mostTold = 20;

const areOrIs = (count: number): string => (count === 1 ? 'is' : 'are');

const hiddenRows = ({ findings, details }: Sheet): ReadonlyArray<Said> => {
  const { hiddenRows: runs } = findings;
  if (runs.length === 0) return [];
  const count = runs.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const rows = listInWords(runs.map(rowsInWords), mostTold);
  const why = details.isFiltered ? 'hidden by a filter or by hand' : 'hidden';
  const read = count === 1 ? 'it is read' : 'they are read';
  return [['hidden', `${asSentence(rows)} ${areOrIs(count)} ${why}; ${read}.`]];
};

const hiddenColumns = ({ rows, details }: Sheet): ReadonlyArray<Said> => {
  const hidden = details.columns.filter(({ isHidden }) => isHidden);
  if (hidden.length === 0) return [];
  const worded = new Set(
    rows.flatMap(({ cells }) => cells.flatMap(({ column, words }) => (words === '' ? [] : column))),
  );
  const names = [...worded]
    .toSorted((a, b) => a - b)
    .filter((column) => hidden.some(({ first, last }) => first <= column && column <= last))
    .map((column) => columnName(column));
  if (names.length === 0) return [];
  return [
    names.length === 1
      ? ['hidden', `Column ${names.join('')} is hidden; it is read.`]
      : ['hidden', `Columns ${listInWords(names, mostTold)} are hidden; they are read.`],
  ];
};

const leftOut = ({ findings }: Sheet): ReadonlyArray<Said> =>
  findings.rowsLeftOut.length === 0
    ? []
    : [
        [
          'not read',
          `${asSentence(listInWords(findings.rowsLeftOut.map(rowsInWords), mostTold))}: coloured, without words, and left out.`,
        ],
      ];

const named = (names: ReadonlyArray<string>, one: string, several: string): ReadonlyArray<Said> => {
  if (names.length === 0) return [];
  const worded = names.map((name) => name.replace(/\s+/gu, ' ').trim()).filter(Boolean);
  const list = worded.length === 0 ? '' : ` (${listInWords(worded, mostTold)})`;
  const count = countInWords(names.length, one, several);
  return [['not read', asSentence(`${count}${list} ${areOrIs(names.length)} not read.`)]];
};

const drawn = ({ drawn: found, details }: Sheet): ReadonlyArray<Said> => [
  ...named(found.pictures, 'a picture', 'pictures'),
  ...named(found.charts, 'a chart or diagram', 'charts or diagrams'),
  ...named(found.shapes, 'a drawn shape', 'drawn shapes'),
  ...found.words.map((words): Said => ['not read', `Words in a drawn shape: ${quoted(words)}`]),
  ...named(
    Array.from({ length: details.embedded }, () => ''),
    'an embedded file',
    'embedded files',
  ),
  ...named(
    Array.from({ length: details.controls }, () => ''),
    'a form control',
    'form controls',
  ),
];

/** Signs of a header or footer: "&L", "&\"Arial,Bold\"", "&14", "&K00FF00", "&P" (ECMA-376 part 1, 18.3.1.39). */
const signs = /&(?:"[^"]*"|K[\dA-F]{6}|K\d{2}[+-]\d{3}|\d+|.)/giu;

/** Parts of the line begin anew; what is put in when a page is printed is not known; bold and the like are no words. */
const signInWords = (sign: string): string => {
  if (sign === '&&') return '&';
  if (/^&[LCR]$/u.test(sign)) return '\n';
  return /^&[PNDTAFZ]$/u.test(sign) ? '…' : '';
};

const headerWords = (written: string): string =>
  written
    .replace(signs, signInWords)
    .split('\n')
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => /\p{L}/u.test(part))
    .join(' | ');

const aroundThePage = ({ details }: Sheet): ReadonlyArray<Said> =>
  details.aroundThePage.flatMap(([element, written]) => {
    const words = headerWords(written);
    const what = element.endsWith('Footer') ? 'Footer' : 'Header';
    return words === '' ? [] : [['around the page', `${what}: ${quoted(words)}`]];
  });

/** What is said of a sheet as a whole: what is hidden, drawn, around its pages; and colours that are not read. */
export const remarksOnSheet = (
  sheet: Sheet,
  unread: ReadonlyArray<UnreadRule>,
): ReadonlyArray<Remark> => {
  const place = inSheet(sheet.name);
  const said = [
    ...hiddenRows(sheet),
    ...hiddenColumns(sheet),
    ...leftOut(sheet),
    ...drawn(sheet),
    ...aroundThePage(sheet),
  ].map(([kind, words]): Remark => ({ kind, place, words }));
  const rules = unread.map(({ where, why }): Remark => ({
    kind: 'doubtful',
    place: `${place}, cells ${where}`,
    words: `These cells are coloured by ${why}; such colours are not told.`,
  }));
  return [...said, ...rules];
};
