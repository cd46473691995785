import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from './cell.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import { parseFormula } from './parse-formula.ts';

/** F2 and below are the cells that a rule is for; columns G and D have something to compare with. */
const values: Readonly<Record<string, Value>> = {
  '2 6': 'Red',
  '3 6': 'amber',
  '4 6': undefined,
  '5 6': 3,
  '6 6': null,
  '2 7': 10,
  '3 4': 'Done',
  '1 1': 'red',
};

const workedOut = (formula: string, row: number, column = 6): Value => {
  const parsed = parseFormula(formula);
  return parsed === undefined
    ? 'not read'
    : evaluateFormula(
        parsed,
        { row: 2, column: 6 },
        { row, column },
        (r, c) => values[`${r} ${c}`],
      );
};

describe('given a formula of a rule', () => {
  it.each<[string, number, Value]>([
    ['F2="Red"', 2, true],
    ['$F2="red"', 2, true],
    ['=F2="Red"', 3, false],
    ['F2<>"Red"', 3, true],
    ['$F$2="Red"', 5, true],
    ['F2=$A$1', 2, true],
    ['D2="Done"', 3, true],
    ['LEFT(F2,1)="R"', 2, true],
    ['LEFT(F2)="a"', 3, true],
    ['RIGHT(TRIM(F2),3)="ber"', 3, true],
    ['F2>=3', 5, true],
    ['F2<3', 5, false],
    ['(F2)>-1.5', 5, true],
    ['F2=""', 4, true],
    ['F2=0', 4, true],
    ['ISBLANK(F2)', 4, true],
    ['LEN(TRIM(F2))=0', 4, true],
    ['AND(F2<>"",G2>5)', 2, true],
    ['OR(F2="x",F2="Amber")', 3, true],
    ['NOT(ISERROR(SEARCH("mb",F2)))', 3, true],
    ['ISNUMBER(SEARCH("mb",F2))', 2, false],
    ['NOT(F2="Red")', 2, false],
    ['F2="say ""so"""', 2, false],
    ['TRUE', 2, true],
    // Excel orders words after numbers, and truths after words.
    ['F2>5', 2, true],
    ['TRUE>F2', 2, true],
    // An error is an error, whatever it is compared with.
    ['F2="Red"', 6, null],
    ['ISERROR(F2)', 6, true],
  ])('when it is %s in row %i then it is %s', (formula, row, value) => {
    expect(workedOut(formula, row)).toBe(value);
  });

  it('when a cell is named relatively then it goes along with the column too', () => {
    expect(workedOut('E2="Red"', 2, 7)).toBe(true);
    expect(workedOut('$E2="Red"', 2, 7)).toBe(false);
  });

  it.each([
    '',
    '$D3<TODAY()',
    'MOD(ROW(),2)=0',
    'Sheet2!F2="Red"',
    'F2&G2="x"',
    'F2+1=2',
    'VLOOKUP(F2,A1:B9,2)="x"',
    'COUNTIF(F2:F9,"Red")>1',
    'F2="Red',
    'F2=',
    '(F2="Red"',
    'AND(F2="x"',
    'Ratings="Red"',
    'SEARCH("r*d",F2)',
    'XFE1=1',
    'constructor',
    '(((((((((((((((((((F2)))))))))))))))))))',
  ])('when it is “%s” then it is not read', (formula) => {
    expect(parseFormula(formula)).toBeUndefined();
  });

  it('when it is anything at all then it is worked out or not read, and nothing is thrown', () => {
    const part = fc.constantFrom(
      ...[
        'F2',
        '$A$1',
        '"Red"',
        '3',
        '-1',
        '=',
        '<>',
        '>=',
        '(',
        ')',
        ',',
        'AND',
        'LEFT',
        'SEARCH',
      ],
      ...['NOT', 'TRUE', ' ', '"', '!', 'LEN', '__proto__'],
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }),
        fc.integer({ min: 2, max: 6 }),
        (parts, row) => {
          const value = workedOut(parts.join(''), row);
          expect(['undefined', 'object', 'string', 'number', 'boolean']).toContain(typeof value);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
