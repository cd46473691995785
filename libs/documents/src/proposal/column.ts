import type { ColumnHead, ColumnMeaning } from '@trackrecord/domain';
import type { Origin } from './origin.ts';

/** Rows of a table as a reader sees them: the heads, and below them the cells of each row, "" where one is empty. */
export type SampleRows = Readonly<{
  heads: ReadonlyArray<string>;
  rows: ReadonlyArray<ReadonlyArray<string>>;
}>;

/** A column of a table of actions: its head, what it means, and how that is known. */
export type ProposedColumn = Readonly<{
  from: Origin;
  head: ColumnHead;
  /** `named`: by its head; `chosen`: somebody said it; `asked`: nobody did, and the meaning is a guess. */
  state: 'named' | 'chosen' | 'asked';
  /** Of a column that is asked about a guess by what stands in it, which nothing is made of. */
  meaning: ColumnMeaning;
  samples: SampleRows;
}>;
