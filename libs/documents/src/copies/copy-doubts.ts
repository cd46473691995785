import type { Block } from '../document/block.ts';
import type { Origin } from '../proposal/origin.ts';
import { placed } from '../proposal/placed.ts';
import type { Warning } from '../proposal/warning.ts';
import { colourAgrees } from '../recognisers/colour-agrees.ts';
import { readRatingWords } from '../recognisers/rating.ts';
import { warningOn } from '../assembly/warnings/warning-on.ts';
import { actionHeads } from './copy-form.ts';
import { copyFields } from './copy-fields.ts';
import type { ReturnedRow, WrittenRow } from './copy-row.ts';
import type { Edited } from './edits-in-copy.ts';
import { type Judged, mostGone } from './held-against-plan.ts';
import { cellOf, says } from './one-row.ts';
import type { Register } from './rows-in-copy.ts';

type Doubts = ReadonlyArray<Warning>;

const told = (text: string, message: string, from?: Origin): Warning => ({
  block: from?.block ?? 1,
  line: from?.line ?? 1,
  ...(from === undefined ? {} : placed(from)),
  text,
  message,
});

const headsIn = (fields: ReadonlyArray<keyof typeof actionHeads>): ReadonlyArray<string> =>
  fields.map((field) => `“${actionHeads[field]}”`);

const ofMissing = ({ edits }: Edited, written: number): Doubts => {
  const gone = edits.filter(({ _tag }) => _tag === 'Removed').length;
  return gone <= mostGone(written)
    ? []
    : [
        told(
          `${gone} of ${written} actions`,
          'stood in the copy when it was made and do not stand in it now: so many are left in the plan, unless the copy’s side is taken. Was only a part of it sent back?',
        ),
      ];
};

const ofHeads = ({ unknownHeadings, unknownHeads }: Register): Doubts => [
  ...unknownHeadings.map((block: Block) =>
    warningOn(
      block,
      'is no priority or enabler of the plan: the actions below it stay where they are. Accepted is a heading as the copy had it, such as “Priority 2: …”',
    ),
  ),
  ...unknownHeads.map((block: Block) =>
    warningOn(
      block,
      `is no head that the copy had: what stands in its column is not taken. Accepted are ${headsIn(copyFields).join(', ')}.`,
    ),
  ),
];

/** A colour that was changed beside a word that was not, a word taken out of its colour, and a colour that is not clear. */
const ofColour = (row: ReturnedRow, written: WrittenRow): Doubts => {
  const { colour, cells, from } = row;
  const words = cellOf(cells, 'rating');
  const read = readRatingWords(words);
  if (words === '' && colour._tag === 'Unclear')
    return [told(cellOf(cells, 'action'), colour.message, from)];
  if (row.isByColour && says(row, 'rating', cellOf(written.cells, 'rating')))
    return [
      told(
        cellOf(cells, 'action'),
        `The word for its rating was taken out, and its colour was not: it stays ${words}. Write “Not rated” to take the rating away.`,
        from,
      ),
    ];
  return colour._tag === 'Rated' &&
    read._tag === 'Rated' &&
    says(row, 'rating', cellOf(written.cells, 'rating')) &&
    !colourAgrees(read.rating, colour.rating)
    ? [
        told(
          cellOf(cells, 'action'),
          `The words say ${words}, and it is ${colour.asWritten}: the words are kept. Put right whichever is wrong.`,
          from,
        ),
      ]
    : [];
};

/** Somebody kept a sheet or a table twice, and nobody knows in which of them a row was deleted. */
const ofRowsAgain = ({ again }: Edited): Doubts => {
  const [first] = again;
  return first === undefined
    ? []
    : [
        told(
          again.length === 1
            ? cellOf(first.cells, 'action')
            : `${again.length} rows from “${cellOf(first.cells, 'action')}” on`,
          'stand in the copy more than once, and are taken once each: an action whose row was deleted in one place alone is not withdrawn',
          first.from,
        ),
      ];
};

const ofRows = ({ rows, repeated, sums }: Edited): Doubts => [
  ...[...rows].flatMap(([row, written]) => [
    ...row.unread.map((field) =>
      told(
        cellOf(row.cells, 'action'),
        `the value in the column “${actionHeads[field]}” could not be read: left as it is in the plan`,
        row.from,
      ),
    ),
    ...ofColour(row, written),
  ]),
  ...repeated.map(({ row, torn }) =>
    told(
      cellOf(row.cells, 'action'),
      torn.length === 0
        ? 'stands in the copy more than once, and not with the same words: whatever was edited in any of its rows is taken'
        : `stands in the copy more than once, and was edited in two ways in ${headsIn(torn).join(' and ')}: neither is taken`,
      row.from,
    ),
  ),
  ...sums.map(({ cells, from }) =>
    told(
      Object.values(cells).join(' ').trim(),
      'sums up other rows: not taken for a new action',
      from,
    ),
  ),
];

/** What of a copy was not taken as it stands there, besides what each edit says of itself. */
export const copyDoubts = (
  register: Register,
  edited: Edited,
  { repeated }: Judged,
  written: ReadonlyArray<WrittenRow>,
): Doubts => [
  ...ofMissing(edited, written.length),
  ...ofHeads(register),
  ...ofRowsAgain(edited),
  ...ofRows(edited),
  ...repeated.map(({ cells, from }) =>
    told(
      cells.action ?? '',
      'was added to the plan before, and says otherwise there by now: left as it stands. Change it in the plan',
      from,
    ),
  ),
];
