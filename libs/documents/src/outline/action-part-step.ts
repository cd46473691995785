import { type Block, type CellPlace, wordsOf } from '../document/block.ts';
import { readFieldLine } from '../recognisers/field-line.ts';
import { fieldMeaningOf } from '../recognisers/field-meaning.ts';
import { isHeadingLike } from '../recognisers/heading-like.ts';
import { isLegend } from '../recognisers/legend.ts';
import { recogniseNoteLabel } from '../recognisers/note-label.ts';
import { readLoneRating, readRatingWords } from '../recognisers/rating.ts';
import { fieldFindings } from './field-findings.ts';
import type { Finding } from './finding.ts';
import { narrativeOf } from './narrative-step.ts';
import { neighbour } from './neighbours.ts';
import { nothing, type Open } from './place.ts';
import { type Here, type Step, type Taken, took } from './step.ts';
import { saysRating } from './titled-action.ts';

type OpenAction = Extract<Open, { kind: 'action' }>;

type Part = (here: Here, action: OpenAction) => Taken | undefined;

const on = (here: Here, action: OpenAction, found: ReadonlyArray<Finding>): Taken =>
  took({ ...here.place, open: action }, found);

const isSameCell = (a: CellPlace | undefined, b: CellPlace | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.table === b.table &&
  a.row === b.row &&
  a.column === b.column;

const isSameRow = (a: CellPlace | undefined, b: CellPlace | undefined): boolean =>
  a !== undefined && b !== undefined && a.table === b.table && a.row === b.row;

const afterFields = (action: OpenAction, found: ReadonlyArray<Finding>): OpenAction => ({
  ...action,
  stage: 'fields',
  rated: action.rated || saysRating(found),
});

/** "Notes: …": from here on everything up to the next heading or action is a note. */
const notes: Part = (here, action) => {
  const { block } = here;
  const text = recogniseNoteLabel(wordsOf(block));
  if (text === undefined) return undefined;
  return on(here, { ...action, stage: 'notes' }, fieldFindings(block, action.key, 'notes', text));
};

/** In a legend's table a colour stands beside its meaning. */
const standsInLegend = (here: Here): boolean =>
  [neighbour(here, -1), neighbour(here, 1)].some(
    (beside) =>
      isSameRow(beside?.table, here.block.table) &&
      readLoneRating(beside?.text ?? '') !== undefined,
  );

/** A rating that stands alone after the title; letters only in the title's own row. */
const rating: Part = (here, action) => {
  const { block } = here;
  if (action.rated || block.kind === 'list item') return undefined;
  const inRow = isSameRow(block.table, action.cell) && !isSameCell(block.table, action.cell);
  const read = readRatingWords(block.text);
  const isRating = readLoneRating(block.text) !== undefined || (inRow && read._tag === 'Rated');
  if (!isRating || standsInLegend(here)) return undefined;
  return on(
    here,
    { ...action, stage: 'fields', rated: true },
    fieldFindings(block, action.key, 'rating', block.text),
  );
};

/** An empty cell where a rating would stand says: not rated. */
const emptyCell: Part = (here, action) => {
  const { block } = here;
  if (block.kind !== 'cell' || wordsOf(block) !== '' || action.stage === 'notes' || action.rated)
    return undefined;
  return on(here, { ...action, stage: 'fields', rated: true }, [
    { found: 'rating', block, key: action.key, asWritten: '' },
  ]);
};

/** A name in one cell and its value in the next: "Lead officer" | "Jane Fox". */
const fieldInRow: Part = (here, action) => {
  const { block } = here;
  const beside = neighbour(here, 1);
  const name = wordsOf(block);
  const meaning = fieldMeaningOf(name);
  const isField = meaning !== undefined && meaning !== 'action' && meaning !== 'ref';
  if (!isField || beside === undefined || !isSameRow(beside.table, block.table)) return undefined;
  const found: ReadonlyArray<Finding> = [
    { found: 'empty field', block, key: action.key, field: meaning },
    ...fieldFindings(beside, action.key, meaning, wordsOf(beside)),
  ];
  return { ...on(here, afterFields(action, found), found), blocks: 2 };
};

/** "Lead: Jane Fox; By when: June 2027" on a line of its own. */
const fields: Part = (here, action) => {
  const { block } = here;
  const line = readFieldLine(wordsOf(block));
  if (line.before !== '' || line.fields.length === 0) return undefined;
  const found = line.fields.flatMap(({ meaning, value }) =>
    fieldFindings(block, action.key, meaning, value),
  );
  const open = afterFields(action, found);
  const endsInNotes = line.fields.at(-1)?.meaning === 'notes';
  return on(here, endsInNotes ? { ...open, stage: 'notes' } : open, found);
};

/** Under notes a name and a colon are prose. */
const beforeNotes =
  (part: Part): Part =>
  (here, action) =>
    action.stage === 'notes' ? undefined : part(here, action);

/** A title that runs on: over paragraphs of its cell, or in bullets under a number. */
const goesOn = (block: Block, action: OpenAction): boolean =>
  isSameCell(block.table, action.cell) || block.kind === 'list item' || !action.hasTitle;

const title: Part = (here, action) => {
  const { block } = here;
  if (action.stage !== 'title' || wordsOf(block) === '' || !goesOn(block, action)) return undefined;
  return on(here, { ...action, hasTitle: true }, [
    { found: 'action title', block, key: action.key, text: wordsOf(block) },
  ]);
};

/** Paragraphs after the fields or under "Notes" are notes; their tables stay tables. */
const furtherNotes: Part = (here, action) => {
  const { block } = here;
  if (action.stage === 'title' || block.kind === 'heading') return undefined;
  if (block.kind === 'cell') return on(here, action, [narrativeOf(here)]);
  if (action.stage === 'fields' && isHeadingLike(block)) return undefined;
  return on(here, { ...action, stage: 'notes' }, [
    { found: 'note', block, key: action.key, text: wordsOf(block) },
  ]);
};

/** Prose between the items of a list explains the one above it. */
const explanation: Part = (here, action) =>
  action.stage === 'title' && !isHeadingLike(here.block) && here.block.kind !== 'heading'
    ? on(here, action, [narrativeOf(here)])
    : undefined;

const parts: ReadonlyArray<Part> = [
  beforeNotes(fieldInRow),
  notes,
  beforeNotes(rating),
  beforeNotes(emptyCell),
  beforeNotes(fields),
  title,
  furtherNotes,
  explanation,
];

/** What belongs to the action that is open: its rating, fields, notes, the rest of its title. */
export const actionPartStep: Step = (here) => {
  const { open } = here.place;
  if (open.kind !== 'action') return undefined;
  if (isLegend(wordsOf(here.block)) && here.block.kind !== 'list item') {
    const place = { ...here.place, open: nothing };
    return took(place, [narrativeOf({ ...here, place })]);
  }
  for (const part of parts) {
    const taken = part(here, open);
    if (taken !== undefined) return taken;
  }
  return undefined;
};
