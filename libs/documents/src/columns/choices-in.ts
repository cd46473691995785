import {
  type ColumnChoice,
  ColumnHead,
  ColumnMeaning,
  columnMeanings,
  plainHead,
} from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';

type Said = readonly [head: string, meaning: string];

const choiceIn = ([said, meant]: Said): E.Either<string, ColumnChoice> => {
  const [head, meaning] = [said.trim(), meant.trim().toLowerCase()];
  if (!ColumnHead.is(head))
    return E.left(
      `“${said}” is no head of a column; accepted is what stands in its head, up to 200 characters on one line.`,
    );
  return ColumnMeaning.is(meaning)
    ? E.right({ head, meaning })
    : E.left(
        `The column “${head}” is said to mean “${meant}”, which no column does; accepted are ${columnMeanings.join(', ')}.`,
      );
};

/**
 * What somebody said that columns mean, by their heads: "RAG Status" and "rating".
 * @returns what is wrong with it, and what would be accepted, where it is no such thing
 */
export const choicesIn = (
  said: ReadonlyArray<Said>,
): E.Either<string, ReadonlyArray<ColumnChoice>> => {
  const choices = E.traverseArray(choiceIn)(said);
  if (E.isLeft(choices)) return choices;
  const heads = choices.right.map(({ head }) => plainHead(head));
  const twice = choices.right.find(({ head }, at) => heads.indexOf(plainHead(head)) < at);
  return twice === undefined
    ? choices
    : E.left(`The column “${twice.head}” is said to mean two things; accepted is one of them.`);
};
