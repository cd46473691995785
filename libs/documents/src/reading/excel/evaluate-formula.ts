import type { Value } from './cell.ts';
import { type CellAt, lastCell } from './cell-reference.ts';
import { functions, textOfValue } from './formula-functions.ts';
import type { Formula, Operator } from './formula.ts';

/** Excel orders numbers before words and words before truths. */
const rankOf = (value: number | string | boolean): number =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;

const emptyLike = (other: Value): number | string | boolean =>
  typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;

const orderOf = (left: number | string | boolean, right: number | string | boolean): number => {
  if (rankOf(left) !== rankOf(right)) return rankOf(left) - rankOf(right);
  const [one, other] =
    typeof left === 'string'
      ? [left.toLowerCase(), textOfValue(right).toLowerCase()]
      : [Number(left), Number(right)];
  return one < other ? -1 : one > other ? 1 : 0;
};

const holds: Readonly<Record<Operator, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

/**
 * Compares two values as Excel does: whatever the case of words, and an empty cell as 0 beside a number and as no words
 * beside words. @returns an error where either is one
 */
export const compared = (operator: Operator, left: Value, right: Value): boolean | null =>
  left === null || right === null
    ? null
    : holds[operator](orderOf(left ?? emptyLike(right), right ?? emptyLike(left)));

/** A cell that is named relatively goes along with the cell that is looked at. */
const shifted = (at: number, isFixed: boolean, by: number, last: number): number =>
  isFixed ? at : ((((at + by - 1) % last) + last) % last) + 1;

/**
 * Works out a formula of a rule for one of its cells.
 * @param from the cell for which the formula is written: the first that its rule is for
 * @param at the cell that is looked at
 */
export const evaluateFormula = (
  formula: Formula,
  from: CellAt,
  at: CellAt,
  valueAt: (row: number, column: number) => Value,
): Value => {
  switch (formula.is) {
    case 'literal':
      return formula.value;
    case 'cell':
      return valueAt(
        shifted(formula.row, formula.isRowFixed, at.row - from.row, lastCell.row),
        shifted(formula.column, formula.isColumnFixed, at.column - from.column, lastCell.column),
      );
    case 'comparison':
      return compared(
        formula.operator,
        evaluateFormula(formula.left, from, at, valueAt),
        evaluateFormula(formula.right, from, at, valueAt),
      );
    case 'call':
      return (
        functions.get(formula.of)?.(
          formula.arguments.map((argument) => evaluateFormula(argument, from, at, valueAt)),
        ) ?? null
      );
  }
};
