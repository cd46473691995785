import { cellAt } from './cell-reference.ts';
import type { Formula, Operator } from './formula.ts';
import { functions, hasWildcards } from './formula-functions.ts';

/** A longer formula is no simple one. */
const longest = 500;
const deepest = 16;

const token =
  /\s*(?:("(?:[^"]|"")*")|(-?\d+(?:\.\d+)?(?:E[+-]?\d+)?)|(\$?[A-Z]{1,3}\$?\d{1,7})(?![\w.(!])|([A-Z][A-Z.]*)|(<>|<=|>=|[=<>(),]))/iuy;

type Token = Readonly<{ kind: 'text' | 'number' | 'cell' | 'name' | 'sign'; words: string }>;

const kinds = ['text', 'number', 'cell', 'name', 'sign'] as const;

const tokensOf = (formula: string): ReadonlyArray<Token> | undefined => {
  const tokens: Array<Token> = [];
  const source = formula.trim().replace(/^=/u, '');
  for (let at = 0; at < source.length;) {
    token.lastIndex = at;
    const found = token.exec(source);
    if (found === null) return undefined;
    const group = kinds.findIndex((_, index) => found[index + 1] !== undefined);
    const kind = kinds[group];
    if (kind === undefined) return undefined;
    tokens.push({ kind, words: found[group + 1] ?? '' });
    at = token.lastIndex;
  }
  return tokens;
};

const operators: ReadonlyMap<string, Operator> = new Map([
  ['=', '='],
  ['<>', '<>'],
  ['<', '<'],
  ['>', '>'],
  ['<=', '<='],
  ['>=', '>='],
]);

const truths: ReadonlyMap<string, boolean> = new Map([
  ['TRUE', true],
  ['FALSE', false],
]);

const cellOf = (words: string): Formula | undefined => {
  const at = cellAt(words.toUpperCase());
  return at === undefined
    ? undefined
    : {
        is: 'cell',
        ...at,
        isColumnFixed: words.startsWith('$'),
        isRowFixed: words.indexOf('$', 1) > 0,
      };
};

/** Words are searched for as they are, and only where they are written out. */
const isRead = (name: string, [first]: ReadonlyArray<Formula>): boolean =>
  name !== 'SEARCH' ||
  (first?.is === 'literal' && typeof first.value === 'string' && !hasWildcards(first.value));

/** Goes along the tokens; each step answers `undefined` where the formula is not a simple one. */
const parser = (tokens: ReadonlyArray<Token>) => {
  let at = 0;
  const isNext = (words: string): boolean =>
    tokens[at]?.kind === 'sign' && tokens[at]?.words === words;
  const take = (words: string): boolean => {
    if (!isNext(words)) return false;
    at += 1;
    return true;
  };

  const callOf = (name: string, depth: number): Formula | undefined => {
    if (!functions.has(name) || !take('(')) return undefined;
    const args: Array<Formula> = [];
    while (!take(')')) {
      if (args.length > 0 && !take(',')) return undefined;
      const argument = comparison(depth + 1);
      if (argument === undefined) return undefined;
      args.push(argument);
    }
    return isRead(name, args) ? { is: 'call', of: name, arguments: args } : undefined;
  };

  const operand = (depth: number): Formula | undefined => {
    if (depth > deepest) return undefined;
    if (take('(')) {
      const inside = comparison(depth + 1);
      return take(')') ? inside : undefined;
    }
    const next = tokens[at];
    at += 1;
    switch (next?.kind) {
      case 'text':
        return { is: 'literal', value: next.words.slice(1, -1).replaceAll('""', '"') };
      case 'number':
        return { is: 'literal', value: Number(next.words) };
      case 'cell':
        return cellOf(next.words);
      case 'name': {
        const name = next.words.toUpperCase();
        const value = truths.get(name);
        return value === undefined || isNext('(') ? callOf(name, depth) : { is: 'literal', value };
      }
      default:
        return undefined;
    }
  };

  const comparison = (depth: number): Formula | undefined => {
    const left = operand(depth);
    const operator =
      tokens[at]?.kind === 'sign' ? operators.get(tokens[at]?.words ?? '') : undefined;
    if (left === undefined || operator === undefined) return left;
    at += 1;
    const right = operand(depth);
    return right === undefined ? undefined : { is: 'comparison', operator, left, right };
  };

  return { whole: () => comparison(0), isAtEnd: () => at === tokens.length };
};

/**
 * A formula of a rule, read where it is a simple one: `$F2="Red"`, `LEFT(F2,1)="R"`, `AND(F2<>"",G2<3)`.
 * @returns `undefined` for any other
 */
export const parseFormula = (formula: string): Formula | undefined => {
  const tokens = formula.length > longest ? undefined : tokensOf(formula);
  if (tokens === undefined) return undefined;
  const { whole, isAtEnd } = parser(tokens);
  const parsed = whole();
  return isAtEnd() ? parsed : undefined;
};
