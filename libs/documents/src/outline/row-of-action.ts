import { type Block, wordsOf } from '../document/block.ts';
import { recogniseActionLabel } from '../recognisers/action-label.ts';
import type { FieldMeaning } from '../recognisers/field-meaning.ts';
import { recognisePriorityHeading } from '../recognisers/priority-heading.ts';
import { fieldFindings } from './field-findings.ts';
import type { Finding } from './finding.ts';
import { narrativeOf } from './narrative-step.ts';
import type { Columns, Open, Place } from './place.ts';
import type { Here, Taken } from './step.ts';
import { saysRating, titledAction } from './titled-action.ts';

type Cell = Readonly<{
  meaning: FieldMeaning | undefined;
  blocks: ReadonlyArray<Block>;
  text: string;
}>;

/** The cells of a row: a cell of several paragraphs is several blocks. */
const cellsOf = (row: ReadonlyArray<Block>, { meanings }: Columns): ReadonlyArray<Cell> => {
  const byColumn = new Map<number, Array<Block>>();
  for (const block of row) {
    const column = block.table?.column ?? 0;
    byColumn.set(column, [...(byColumn.get(column) ?? []), block]);
  }
  return [...byColumn].map(([column, blocks]) => ({
    meaning: meanings.get(column),
    blocks,
    text: blocks.map(wordsOf).join('\n').trim(),
  }));
};

const cellOf = (cells: ReadonlyArray<Cell>, meaning: FieldMeaning): Cell | undefined =>
  cells.find((cell) => cell.meaning === meaning);

/** What a cell says about the action; its further paragraphs are accounted for with the first. */
const cellFindings = (
  here: Here,
  key: number,
  { meaning, blocks, text }: Cell,
): ReadonlyArray<Finding> => {
  const [first, ...more] = blocks;
  if (first === undefined) return [];
  if (meaning === undefined) {
    return blocks.map((block) => ({ ...narrativeOf({ ...here, block }), action: key }));
  }
  return [
    ...fieldFindings(first, key, meaning, text),
    ...more.map((block): Finding => ({ found: 'empty field', block, key, field: meaning })),
  ];
};

const numberIn = (ref: string): string | undefined =>
  /^(?:action\s+)?#?([\p{L}]{0,4}[-\s]?\d[\w.()-]{0,15}?)[.):]?$/iu.exec(ref)?.[1];

const openRow = (key: number, rated: boolean): Open => ({
  kind: 'action',
  key,
  stage: 'fields',
  style: 'row',
  rated,
  hasTitle: true,
});

const priorityOf = (
  here: Here,
  cells: ReadonlyArray<Cell>,
): Readonly<{ place: Place; found: ReadonlyArray<Finding> }> => {
  const { place } = here;
  const cell = cellOf(cells, 'priority');
  const block = cell?.blocks[0];
  if (cell === undefined || block === undefined || cell.text === '') return { place, found: [] };
  const heading = recognisePriorityHeading(cell.text);
  const ref = heading?.ref ?? cell.text.replace(/\s+/g, ' ').slice(0, 80).trim();
  return {
    place: { ...place, under: { priority: ref } },
    found: [{ found: 'priority', block, ref, title: heading?.title ?? cell.text }],
  };
};

const newAction = (here: Here, cells: ReadonlyArray<Cell>, title: Cell): Taken | undefined => {
  const first = title.blocks[0];
  if (first === undefined) return undefined;
  const key = first.index;
  const inTitle = recogniseActionLabel(title.text);
  const refCell = cellOf(cells, 'ref');
  const own = inTitle._tag === 'Some' && (refCell?.text ?? '') === '' ? inTitle.value : undefined;
  const label = own?.label ?? refCell?.text ?? '';
  const number = own?.number ?? numberIn(label);
  const { place, found: priority } = priorityOf(here, cells);
  const action = titledAction({
    block: first,
    key,
    label,
    ...(number === undefined ? {} : { number }),
    numbering: 'plan',
    words: own?.rest ?? title.text,
    under: place.under,
  });
  const found = [
    ...priority,
    ...action,
    ...title.blocks
      .slice(1)
      .map((block): Finding => ({ found: 'empty field', block, key, field: 'title' })),
    ...cells
      .filter((cell) => cell !== title && !(cell.meaning === 'priority' && priority.length > 0))
      .flatMap((cell) => cellFindings(here, key, cell)),
  ];
  return {
    found,
    place: { ...place, section: 'actions', open: openRow(key, saysRating(found)) },
    blocks: 0,
  };
};

/** A row without an action goes on about the one above it: more notes, another owner. */
const continuation = (here: Here, cells: ReadonlyArray<Cell>): Taken | undefined => {
  const { open } = here.place;
  const isAbout = cells.every(
    ({ meaning, text }) =>
      text === '' || (meaning !== undefined && meaning !== 'ref' && meaning !== 'action'),
  );
  if (open.kind !== 'action' || !isAbout) return undefined;
  const found = cells.flatMap((cell) =>
    cell.text === ''
      ? cell.blocks.map((block): Finding => ({
          found: 'empty field',
          block,
          key: open.key,
          field: cell.meaning ?? 'other',
        }))
      : cellFindings(here, open.key, cell),
  );
  return { found, place: here.place, blocks: 0 };
};

const isTitleRow = (cells: ReadonlyArray<Cell>): boolean =>
  cells.length > 1 && cells.filter(({ text }) => text !== '').length === 1;

/**
 * One row of an action table. A row with a single filled cell that is no action's, such as a priority's heading
 * across the table, is left to the other steps.
 */
export const rowOfAction = (
  here: Here,
  row: ReadonlyArray<Block>,
  columns: Columns,
): Taken | undefined => {
  const cells = cellsOf(row, columns);
  const title = cellOf(cells, 'action');
  const isAction =
    title !== undefined && title.text !== '' && recognisePriorityHeading(title.text) === undefined;
  const taken =
    isAction && cells.length > 1 && !(isTitleRow(cells) && cells[0] === title)
      ? newAction(here, cells, title)
      : continuation(here, cells);
  return taken === undefined ? undefined : { ...taken, blocks: row.length };
};
