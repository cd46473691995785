import type { ProposedColumn } from '@trackrecord/documents';
import { type ColumnChoice, type ColumnMeaning, plainHead } from '@trackrecord/domain';
import type { ColumnShown } from '@trackrecord/pages';
import { digestOf } from './import-draft.ts';
import type { Reading } from './reading.ts';

/** What was chosen in the form of a page, by its fields; `null` where nothing was sent. */
export type TypedColumns = ReadonlyMap<string, string> | null;

/** A column's field is known by its head: it stays the same whatever else is put right. */
export const fieldOfColumn = ({ head }: Pick<ProposedColumn, 'head'>): string =>
  `column-${digestOf(plainHead(head))}`;

/** What a column means without what was said of it in the draft; `undefined` where nothing tells it. */
export const meaningBefore = (
  { head, state, meaning }: ProposedColumn,
  remembered: ReadonlyArray<ColumnChoice>,
): ColumnMeaning | undefined => {
  const choice = remembered.find((one) => plainHead(one.head) === plainHead(head));
  return choice?.meaning ?? (state === 'named' ? meaning : undefined);
};

/** The columns of an upload as its preview shows them: what was sent last stands in its fields. */
export const columnsShown = (
  { proposal }: Pick<Reading, 'proposal'>,
  typed: TypedColumns,
): ReadonlyArray<ColumnShown> =>
  proposal.columns.map((column) => {
    const { head, state, meaning, samples, from } = column;
    const field = fieldOfColumn(column);
    return {
      field,
      head,
      where: from.place ?? `line ${from.line}`,
      state,
      chosen: typed?.get(field) ?? meaning,
      samples,
    };
  });
