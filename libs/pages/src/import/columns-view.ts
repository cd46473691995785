import { type ColumnMeaning, columnMeanings } from '@trackrecord/domain';
import type { FormErrors } from '../forms/form-errors.ts';
import { count } from '../words/count.ts';
import { capitalised } from './import-words.ts';

/** A column of a table of actions, as a preview shows it. */
export type ColumnShown = Readonly<{
  /** The name of its field in the form. */
  field: string;
  head: string;
  /** "table 1, row 1, column 2", "line 4". */
  where: string;
  /** `asked`: nobody said what it means, and what is chosen is a guess. */
  state: 'named' | 'chosen' | 'asked';
  /** What stands in its field. */
  chosen: string;
  /** Some rows of its table, whole, with the heads. */
  samples: Readonly<{
    heads: ReadonlyArray<string>;
    rows: ReadonlyArray<ReadonlyArray<string>>;
  }>;
}>;

const meanings: Readonly<Record<ColumnMeaning, string>> = {
  ref: 'Number of the action',
  action: 'Action',
  rating: 'Rating (RAG)',
  lead: 'Lead: who is responsible',
  support: 'Support: who helps',
  timescale: 'Timescale: by when',
  notes: 'Notes and progress',
  priority: 'Priority that it is under',
  theme: 'Theme that it is under',
  nothing: 'None of these: keep it as text',
};

const items = columnMeanings.map((meaning) => ({ value: meaning, text: meanings[meaning] }));

const guessed = ({ chosen }: ColumnShown): string =>
  chosen === 'nothing' ? ' There is no guess.' : '';

const fieldOf = (errors: FormErrors, isAsked: boolean) => (column: ColumnShown) => ({
  field: column.field,
  label: `What is “${column.head}”?`,
  hint: `${capitalised(column.where)}.${isAsked ? guessed(column) : ''}`,
  value: column.chosen,
  items,
  errors,
});

type Group = readonly [ColumnShown, ...ReadonlyArray<ColumnShown>];

/** Columns of one table with the same rows to show stand under those rows together. */
const groupsOf = (columns: ReadonlyArray<ColumnShown>): ReadonlyArray<Group> =>
  [...Map.groupBy(columns, ({ samples }) => JSON.stringify(samples)).values()].flatMap(
    ([first, ...others]): ReadonlyArray<Group> => (first === undefined ? [] : [[first, ...others]]),
  );

const groupView = (errors: FormErrors) => (group: Group) => {
  const [{ samples }] = group;
  return {
    caption:
      samples.rows.length === 1
        ? 'A row with these heads'
        : `${count(samples.rows.length, 'row')} with these heads`,
    heads: samples.heads,
    rows: samples.rows.map((cells) =>
      cells.map((text, at) => ({ text, head: samples.heads[at] ?? '' })),
    ),
    fields: group.map(fieldOf(errors, true)),
  };
};

/** The columns of a preview: those to say the meaning of, and those whose meaning is known; `null` where it has none. */
export const columnsView = (columns: ReadonlyArray<ColumnShown>, errors: FormErrors) => {
  const known = columns.filter(({ state }) => state !== 'asked');
  return columns.length === 0
    ? null
    : {
        asked: groupsOf(columns.filter(({ state }) => state === 'asked')).map(groupView(errors)),
        known: known.map(fieldOf(errors, false)),
        // What was refused is not to be looked for.
        isOpen: known.some(({ field }) => errors.some((error) => error.field === field)),
        knownWords:
          known.length === 1
            ? '1 column was understood'
            : `${known.length} columns were understood`,
      };
};
