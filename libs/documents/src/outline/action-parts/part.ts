import type { CellPlace } from '../../document/block.ts';
import type { Finding } from '../finding.ts';
import type { Open } from '../place.ts';
import { type Here, type Taken, took } from '../step.ts';

export type OpenAction = Extract<Open, { kind: 'action' }>;

/** Recognises a block as a part of the action that is open, or leaves it to the next part. */
export type Part = (here: Here, action: OpenAction) => Taken | undefined;

/** What was found of the action, and how far its reading has come. */
export const on = (here: Here, action: OpenAction, found: ReadonlyArray<Finding>): Taken =>
  took({ ...here.place, open: action }, found);

/** Under notes a name and a colon, or a colour, are prose. */
export const beforeNotes =
  (part: Part): Part =>
  (here, action) =>
    action.stage === 'notes' ? undefined : part(here, action);

export const isSameRow = (a: CellPlace | undefined, b: CellPlace | undefined): boolean =>
  a !== undefined && b !== undefined && a.table === b.table && a.row === b.row;

export const isSameCell = (a: CellPlace | undefined, b: CellPlace | undefined): boolean =>
  isSameRow(a, b) && a?.column === b?.column;
