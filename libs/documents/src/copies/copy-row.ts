import type { PartyId, Place } from '@trackrecord/domain';
import type { ColourSays } from '../outline/colour-sense.ts';
import type { Origin } from '../proposal/origin.ts';
import type { actionHeads } from './copy-form.ts';

/** A column of the action register that means something when it comes back. */
export type CopyField = Exclude<keyof typeof actionHeads, 'id'>;

/** The words of an action's cells; a field that a file has no column for is not there. */
export type CopyCells = Readonly<Partial<Record<CopyField, string>>>;

/** An action as a copy holds it, or would hold it now. */
export type WrittenRow = Readonly<{ id: string; cells: CopyCells }>;

/** The rows of a copy, as they are written of a plan at one place on both clocks, with what their words stand for. */
export type WrittenRows = Readonly<{
  rows: ReadonlyArray<WrittenRow>;
  /** Who is meant by a name there; more than one where several are called so. */
  parties: ReadonlyMap<string, ReadonlyArray<PartyId>>;
  /** What a priority, enabler, theme or result is called in a copy, with the part of a place that it is. */
  places: ReadonlyMap<string, Partial<Place>>;
}>;

/** A row of a file that came back; without an id where it was added, or where the file has none. */
export type ReturnedRow = Readonly<{
  id?: string;
  /** Which table of the file it stands in. */
  table: number;
  cells: CopyCells;
  /** Whether its priority is told by the heading above it, which names one place alone. */
  isUnderHeading: boolean;
  /** The small heading of a theme, or of results, that it stands under within its priority. */
  part?: string;
  /** What the colour of its rating's cell says. */
  colour: ColourSays;
  /** Whether the rating is nothing but that colour. */
  isByColour: boolean;
  /** Cells whose value could not be read: they say nothing. */
  unread: ReadonlyArray<CopyField>;
  from: Origin;
  /** The blocks that it was read from, each with what stands in its column. */
  blocks: ReadonlyArray<Readonly<{ block: number; line: number; field: string }>>;
}>;

/** One cell that says something else than it said when the copy was made, or a row that is new or gone. */
export type Edit =
  | Readonly<{
      _tag: 'Changed';
      id: string;
      field: CopyField;
      was: string;
      says: string;
      from: Origin;
    }>
  | Readonly<{ _tag: 'Added'; row: ReturnedRow }>
  | Readonly<{ _tag: 'Removed'; id: string }>;

/** Words as they are compared: how they are broken into lines is no edit. */
export const plainWords = (words: string): string => words.replace(/\s+/gu, ' ').trim();
