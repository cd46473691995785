import { partyKindOf, readPartyNames } from '../recognisers/party-names.ts';
import { readRatingAndReason } from '../recognisers/rating-and-reason.ts';
import { recogniseTimescale } from '../recognisers/timescale.ts';
import type { GridCell } from './table-grid.ts';

/** What the cells of a column look like, whatever its head is. */
export type ColumnKind = 'rating' | 'timescale' | 'ref' | 'names' | 'prose' | 'other';

const isRating = (text: string): boolean => readRatingAndReason(text).read._tag === 'Rated';

const longestAround = 12;

/** A time and hardly anything else: "by the end of March 2027", "Ongoing". */
const isTime = (text: string): boolean => {
  if (/^(?:on-?going|immediate(?:ly)?|asap)\.?$/i.test(text)) return true;
  const found = recogniseTimescale(text);
  return found !== undefined && text.length <= found.timescale.asWritten.length + longestAround;
};

/** "3", "2.1", "CYP-07": a short code with a figure in it. */
const isCode = (text: string): boolean => /^#?\p{L}{0,5}[-.\s/]?\d[\w.()/-]{0,9}$/u.test(text);

const small = new Set(['and', 'of', 'the', 'for', '&', 'at', 'in']);

const isNamed = (name: string): boolean => {
  const words = name.replace(/[()]/g, '').split(/\s+/u);
  return (
    words.length <= 6 &&
    words.every((word) => small.has(word) || /^[\p{Lu}\d]/u.test(word)) &&
    (words.length > 1 || /^[A-Z][A-Z0-9&]{1,9}$/u.test(name) || partyKindOf(name) === 'person')
  );
};

const areNames = (text: string): boolean => {
  const names = readPartyNames(text);
  return names.length > 0 && !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(text) && names.every(isNamed);
};

const leastWords = 3;

const nothing = /^(?:[-–—.?]|n\/?a|none|tbc|tba|nil)$/i;

/** What one cell looks like; `undefined` where it says nothing. */
const kindOfCell = ({ text, fill }: GridCell): ColumnKind | undefined => {
  if (text === '') return fill === undefined ? undefined : 'rating';
  if (nothing.test(text)) return undefined;
  if (isRating(text)) return 'rating';
  if (isTime(text)) return 'timescale';
  if (isCode(text)) return 'ref';
  if (areNames(text)) return 'names';
  return text.split(/\s+/u).length >= leastWords ? 'prose' : 'other';
};

/** Numbers that rise from row to row number the rows; others are sums and counts. */
const numberRows = (cells: ReadonlyArray<GridCell>): boolean => {
  const values = cells.flatMap(({ text }) => (text === '' ? [] : [text]));
  return (
    values.some((text) => !/^\d+$/u.test(text)) ||
    values.every((text, at) => at === 0 || Number(values[at - 1]) < Number(text))
  );
};

/** What more than half of the cells that say something look like; `undefined` where none says anything. */
export const kindOfColumn = (cells: ReadonlyArray<GridCell>): ColumnKind | undefined => {
  const kinds = cells.flatMap((cell) => kindOfCell(cell) ?? []);
  if (kinds.length === 0) return undefined;
  const [most] = [...Map.groupBy(kinds, (kind) => kind)].filter(
    ([, some]) => some.length > kinds.length / 2,
  );
  const kind = most?.[0] ?? 'other';
  return kind === 'ref' && !numberRows(cells) ? 'other' : kind;
};
