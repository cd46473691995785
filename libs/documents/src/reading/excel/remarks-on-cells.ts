import type { Remark } from '../../document/remark.ts';
import type { Doubt } from './cell.ts';
import { type CellAt, referenceOf } from './cell-reference.ts';
import type { Comment } from './comments.ts';
import type { Counted } from './findings.ts';
import { dayInWords, quoted } from './in-words.ts';
import { inCell, inSheet } from './places.ts';
import type { ToldCells } from './pieces-of-sheet.ts';
import type { Sheet } from './sheet.ts';

type RemarkAt = (kind: Remark['kind'], at: CellAt, words: string) => Remark;

const doubtSaid: Readonly<
  Record<Doubt, readonly [kind: Remark['kind'], said: (words: string) => string]>
> = {
  error: ['doubtful', (words) => `The cell holds the error ${words} and no value.`],
  'no result': [
    'doubtful',
    () => 'The file has no result of this cell’s formula. Saved by Excel once, it has one.',
  ],
  unseen: ['hidden', (words) => `The cell’s number format hides ${quoted(words)}; it is read.`],
  'unseen year': [
    'doubtful',
    (words) => `The cell shows no year; ${quoted(words)} is the date that it holds.`,
  ],
  struck: ['doubtful', (words) => `A line goes through ${quoted(words)}; it is read.`],
  'unclear fill': [
    'doubtful',
    () => 'The cell is filled with more than one colour, and none is taken for its own.',
  ],
};

const told = ({ first, count }: Counted, each: (at: CellAt, words: string) => Remark) => ({
  remarks: first.map(({ at, words }) => each(at, words)),
  more: count - first.length,
});

const doubtRemarks = (sheet: Sheet, remarkAt: RemarkAt): ReadonlyArray<Remark> =>
  [...sheet.findings.doubts].flatMap(([doubt, counted]) => {
    const [kind, said] = doubtSaid[doubt];
    const { remarks, more } = told(counted, (at, words) => remarkAt(kind, at, said(words)));
    const last = counted.first.at(-1);
    if (more === 0 || last === undefined) return remarks;
    const words = `The same is true of ${more} more ${more === 1 ? 'cell' : 'cells'} after ${referenceOf(last.at)}.`;
    return [...remarks, { kind, place: inSheet(sheet.name), words }];
  });

const linkRemarks = (sheet: Sheet, remarkAt: RemarkAt, wordsAt: (at: CellAt) => string) => {
  const asRemark = (at: CellAt, address: string): Remark => {
    const words = wordsAt(at);
    const what = words === '' ? 'The cell' : quoted(words);
    return remarkAt('link', at, `${what} leads to ${address.slice(0, 500)}`);
  };
  const { remarks, more } = told(sheet.findings.links, asRemark);
  const targets = new Map(sheet.relationships.map((one) => [one.id, one]));
  const written = sheet.details.links.flatMap(({ area, relationship }) => {
    const target = targets.get(relationship);
    return target?.isExternal === true ? [{ at: area.first, address: target.target }] : [];
  });
  const most = 1_000;
  const unsaid = more + Math.max(0, written.length - most);
  const rest: ReadonlyArray<Remark> =
    unsaid === 0
      ? []
      : [{ kind: 'link', place: inSheet(sheet.name), words: `${unsaid} more links are not told.` }];
  const ofWritten = written.slice(0, most).map(({ at, address }) => asRemark(at, address));
  return [...ofWritten, ...remarks, ...rest];
};

/** "Comment by J. Fox, 3 May 2027: “Is this still amber?”" */
const commentSaid = ({ author, date, words, isReply, isResolved }: Comment): string => {
  const what = isReply ? 'Reply' : date === undefined ? 'Note' : 'Comment';
  const by = author === '' ? '' : ` by ${author}`;
  const day = dayInWords(date);
  const when = day === undefined ? '' : `, ${day}`;
  return `${what}${by}${when}${isResolved ? ' (resolved)' : ''}: ${quoted(words)}`;
};

const leftOutRemarks = (sheet: Sheet, leftOut: number): ReadonlyArray<Remark> => {
  const count = sheet.findings.cellsLeftOut + leftOut;
  const words = `${count === 1 ? 'One coloured cell' : `${count} coloured cells`} without words, far to the right of all words, ${count === 1 ? 'is' : 'are'} left out.`;
  return count === 0 ? [] : [{ kind: 'not read', place: inSheet(sheet.name), words }];
};

/** What is said of single cells of a sheet: doubts, links, comments, words under a merged cell. */
export const remarksOnCells = (
  sheet: Sheet,
  { pieceOf, covered, leftOut }: ToldCells,
): ReadonlyArray<Remark> => {
  const remarkAt: RemarkAt = (kind, at, words) => {
    const block = pieceOf(at);
    const place = inCell(sheet.name, referenceOf(at));
    return block === undefined ? { kind, place, words } : { kind, place, words, block };
  };
  const byRow = new Map(sheet.rows.map(({ row, cells }) => [row, cells]));
  const wordsAt = ({ row, column }: CellAt): string =>
    byRow.get(row)?.find((cell) => cell.column === column)?.words ?? '';
  return [
    ...leftOutRemarks(sheet, leftOut),
    ...doubtRemarks(sheet, remarkAt),
    ...linkRemarks(sheet, remarkAt, wordsAt),
    ...sheet.comments.map((comment) => remarkAt('comment', comment.at, commentSaid(comment))),
    ...covered.map(({ at, words }) =>
      remarkAt('hidden', at, `A merged cell covers this one; its ${quoted(words)} is not read.`),
    ),
  ];
};
