import type { ColumnMeanings } from '../columns/column-meanings.ts';
import { isPlanNumber } from '../recognisers/plan-number.ts';
import type { ColumnHead } from '../recognisers/column-head.ts';
import type { FieldMeaning } from '../recognisers/field-meaning.ts';
import { readRatingWords } from '../recognisers/rating.ts';
import { type Head, headsOf, readHead } from './column-meanings.ts';
import type { HeaderRows } from './header-rows.ts';
import type { RatingColumn } from './place.ts';
import { mostColumns, type TableRow } from './table-rows.ts';

/** The columns of a table as their heads and what stands below them say. */
export type NamedColumns = Readonly<{
  meanings: ReadonlyMap<number, FieldMeaning>;
  ratings: ReadonlyArray<RatingColumn>;
  /** Columns over which nothing stands. */
  headless: ReadonlySet<number>;
}>;

/** What a column holds is looked at in so many rows. */
const sample = 200;

/** What stands in each column, by its number; "" for an empty cell. */
type Held = ReadonlyMap<number, ReadonlyArray<string>>;

const heldIn = (body: ReadonlyArray<TableRow>): Held => {
  const held = new Map<number, Array<string>>();
  for (const { cells } of body.slice(0, sample)) {
    for (const { column, text } of cells) {
      if (column > mostColumns) break;
      const texts = held.get(column);
      if (texts === undefined) held.set(column, [text]);
      else texts.push(text);
    }
  }
  return held;
};

const wordsIn = (held: Held, column: number): ReadonlyArray<string> =>
  (held.get(column) ?? []).filter((text) => text !== '');

const urgencies =
  /^(?:very\s+)?(?:high|medium|low|h|m|l|urgent|critical|essential|desirable)(?:\s*[/–-]\s*(?:high|medium|low|h|m|l))?$/i;

/** "High", "Medium" and "Low" are how pressing something is, and no priority of a plan. */
const areUrgencies = (words: ReadonlyArray<string>): boolean =>
  words.length > 0 && words.every((text) => urgencies.test(text));

const areNumbers = (words: ReadonlyArray<string>): boolean =>
  words.length > 0 && words.every(isPlanNumber);

const areRatings = (words: ReadonlyArray<string>): boolean =>
  words.length > 1 && words.every((text) => readRatingWords(text)._tag === 'Rated');

type Read = Readonly<{ head: Head; says: ColumnHead | undefined }>;

const isHeadless = ({ own, group }: Head): boolean => own === '' && group === '';

/** A column whose head is empty may say by its cells what it is. */
const byCells = (held: Held, all: ReadonlyArray<Read>) => {
  const said = new Set(all.map(({ says }) => says?.meaning));
  const has = (meaning: FieldMeaning) => said.has(meaning);
  const actionAt = all.find(({ says }) => says?.meaning === 'action')?.head.column ?? 0;
  return ({ head, says }: Read): Read => {
    if (says !== undefined || !isHeadless(head)) return { head, says };
    const words = wordsIn(held, head.column);
    const isBefore = head.column < actionAt;
    if (isBefore && !has('ref') && areNumbers(words)) return { head, says: { meaning: 'ref' } };
    return !has('rating') && areRatings(words)
      ? { head, says: { meaning: 'rating', isPlain: true } }
      : { head, says };
  };
};

/** "Action" over two columns, of which the first holds numbers. */
const numbersUnderAction =
  (held: Held) =>
  ({ head, says }: Read): Read =>
    says?.meaning === 'action' &&
    head.of > 1 &&
    head.nth === 0 &&
    areNumbers(wordsIn(held, head.column))
      ? { head, says: { meaning: 'ref' } }
      : { head, says };

const withoutUrgencies =
  (held: Held) =>
  ({ head, says }: Read): Read =>
    says?.meaning === 'priority' && areUrgencies(wordsIn(held, head.column))
      ? { head, says: undefined }
      : { head, says };

/** Where a column is for colours, "Status" beside it is something else. */
const onlyPlainRatings = (all: ReadonlyArray<Read>): ReadonlyArray<Read> => {
  const hasPlain = all.some(({ says }) => says?.meaning === 'rating' && says.isPlain === true);
  return all.map(({ head, says }) =>
    hasPlain && says?.meaning === 'rating' && says.isPlain !== true
      ? { head, says: undefined }
      : { head, says },
  );
};

/** Columns of the body beyond the header's last cell have no head either. */
const beyond = (heads: ReadonlyArray<Head>, held: Held): ReadonlyArray<Head> => {
  const known = new Set(heads.map(({ column }) => column));
  return [...held.keys()]
    .filter((column) => !known.has(column))
    .map((column) => ({ column, own: '', group: '', nth: 0, of: 1 }));
};

/** What each column of a table means: by its head, then by what stands below it. */
export const columnsOf = (
  { header, groups, parts }: HeaderRows,
  body: ReadonlyArray<TableRow>,
  chosen: ColumnMeanings,
): NamedColumns => {
  const heads = headsOf(header, groups, parts);
  const held = heldIn(body);
  const all = [...heads, ...beyond(heads, held)];
  const read = all.map((head): Read => ({ head, says: readHead(chosen)(head) }));
  const told = onlyPlainRatings(
    read.map(byCells(held, read)).map(numbersUnderAction(held)).map(withoutUrgencies(held)),
  );
  return {
    meanings: new Map(
      told.flatMap(({ head, says }) =>
        says === undefined ? [] : [[head.column, says.meaning] as const],
      ),
    ),
    ratings: told
      .filter(
        ({ head, says }) => says?.meaning === 'rating' && (head.of === 1 || held.has(head.column)),
      )
      .map(({ head, says }) => ({
        column: head.column,
        head: [head.group, head.own].filter((words) => words !== '').join(' '),
        ...(says?.when === undefined ? {} : { when: says.when }),
      }))
      .sort((a, b) => a.column - b.column),
    headless: new Set(told.filter(({ head }) => isHeadless(head)).map(({ head }) => head.column)),
  };
};
