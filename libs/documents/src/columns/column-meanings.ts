import { type ColumnChoice, ColumnHead, type ColumnMeaning, plainHead } from '@trackrecord/domain';
import { type FieldMeaning, fieldMeaningOf } from '../recognisers/field-meaning.ts';

/** What people said that columns mean, by their heads as `plainHead` gives them. */
export type ColumnMeanings = ReadonlyMap<string, ColumnMeaning>;

export const noMeanings: ColumnMeanings = new Map();

/** Choices as they are looked up; of two for one head the later counts. */
export const columnMeaningsOf = (
  choices: ReadonlyArray<Pick<ColumnChoice, 'head' | 'meaning'>>,
): ColumnMeanings => new Map(choices.map(({ head, meaning }) => [plainHead(head), meaning]));

/** What somebody said that a column means; every cell of a document is held against it, so that long ones are not. */
export const chosenMeaning = (meanings: ColumnMeanings, head: string): ColumnMeaning | undefined =>
  meanings.size === 0 || !ColumnHead.is(head) ? undefined : meanings.get(plainHead(head));

/** What a column means: what somebody said of its head, or else what its head says by itself. */
export const meaningOfHead = (meanings: ColumnMeanings, head: string): FieldMeaning | undefined => {
  const chosen = chosenMeaning(meanings, head);
  if (chosen === undefined) return fieldMeaningOf(head);
  return chosen === 'nothing' ? undefined : chosen;
};
