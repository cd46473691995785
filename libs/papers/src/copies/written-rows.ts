import type { WorkbookAnswer } from '@trackrecord/application';
import {
  actionHeads,
  type CopyCells,
  type CopyField,
  fieldHeaded,
  type WrittenRow,
  type WrittenRows,
} from '@trackrecord/documents';
import { PartyId, Ref, type Place } from '@trackrecord/domain';
import { dateInWords, itemInWords } from '@trackrecord/read-models';
import { actionsSheet } from '../sheets/actions-sheet.ts';
import type { Cell } from '../sheets/sheet.ts';

const wordsOf = (cell: Cell | undefined): string => {
  switch (cell?._tag) {
    case undefined:
    case 'Empty':
      return '';
    case 'Words':
      return cell.words;
    case 'Number':
      return String(cell.value);
    // As a reader of the file gives it again.
    case 'Day':
      return dateInWords(cell.on);
    case 'Time':
      return cell.at;
  }
};

const rowsOf = (answer: WorkbookAnswer): ReadonlyArray<WrittenRow> => {
  const { columns, rows } = actionsSheet(answer);
  return rows.map((row) => {
    const cells: { [field in CopyField]?: string } = {};
    columns.forEach(({ head }, column) => {
      const field = fieldHeaded(head);
      if (field !== undefined) cells[field] = wordsOf(row[column]);
    });
    const id = columns.findIndex(({ head }) => head === actionHeads.id);
    return { id: wordsOf(row[id]), cells: cells satisfies CopyCells };
  });
};

type Named = readonly [string, Partial<Place>];

const refIn = (ref: string): Ref => {
  if (Ref.is(ref)) return ref;
  throw new Error('the plan knows its items by refs');
};

const placesOf = ({ plan: { priorities, enablers } }: WorkbookAnswer): ReadonlyArray<Named> => [
  ...priorities.flatMap(({ ref, title, themes, results }): ReadonlyArray<Named> => [
    [itemInWords('Priority', ref, title), { priority: refIn(ref) }],
    ...themes.map((one): Named => [
      itemInWords('Theme', one.ref, one.title),
      { theme: refIn(one.ref) },
    ]),
    ...results.map((one): Named => [
      itemInWords('Result', one.ref, one.title),
      { results: [refIn(one.ref)] },
    ]),
  ]),
  ...enablers.map(({ ref, title }): Named => [
    itemInWords('Enabler', ref, title),
    { enabler: refIn(ref) },
  ]),
];

const partiesOf = ({ plan: { actions } }: WorkbookAnswer): WrittenRows['parties'] => {
  const named = actions.flatMap(({ owners }) =>
    owners.flatMap(({ name, party }) => (PartyId.is(party) ? [{ name, party }] : [])),
  );
  const byName = Map.groupBy(named, ({ name }) => name);
  return new Map(
    [...byName].map(([name, all]) => [name, [...new Set(all.map(({ party }) => party))]]),
  );
};

/**
 * The rows of a plan's register as a copy holds them, with whom and what their words stand for: what an edited copy is
 * held against. They are the workbook's own cells, so that however a thing is written there is no edit.
 */
export const writtenRows = (answer: WorkbookAnswer): WrittenRows => ({
  rows: rowsOf(answer),
  parties: partiesOf(answer),
  places: new Map(placesOf(answer)),
});
