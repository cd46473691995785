import type { LocalDate } from '@trackrecord/kernel';
import type { Cell, Sheet } from '../sheets/sheet.ts';

/** A line of the first sheet, which says what the workbook is and how to send it back. */
export type AboutLine =
  | Readonly<{ _tag: 'Title'; words: string }>
  | Readonly<{ _tag: 'Heading'; words: string }>
  | Readonly<{ _tag: 'Sentence'; words: string }>
  | Readonly<{ _tag: 'Fact'; label: string; value: Cell }>;

/** A workbook before it is written: what writes it knows nothing of plans. */
export type WorkbookFile = Readonly<{
  /** Of the file, for who lists files; in the heads of printed pages. */
  title: string;
  /** At the foot of printed pages. */
  foot: string;
  /** The day that the file itself gives for when it was made: made again on that day, it is the same bytes. */
  madeOn: LocalDate;
  about: Readonly<{ name: string; lines: ReadonlyArray<AboutLine> }>;
  sheets: ReadonlyArray<Sheet>;
  /** The file's own properties, by name. */
  properties: ReadonlyArray<readonly [name: string, value: string]>;
}>;
