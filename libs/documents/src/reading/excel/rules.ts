import { isOn, wholeIn } from './attributes.ts';
import type { Value } from './cell.ts';
import { type Area, areaInWords, type CellAt } from './cell-reference.ts';
import { compared, evaluateFormula } from './evaluate-formula.ts';
import { hasWildcards, search, textOfValue, truthOf } from './formula-functions.ts';
import type { Operator } from './formula.ts';
import { parseFormula } from './parse-formula.ts';
import type { WrittenRule } from './sheet-details.ts';
import type { RuleColours, Styles } from './styles.ts';

export type ValueAt = (row: number, column: number) => Value;

/** Whether a rule holds for a cell. */
type Holds = (at: CellAt, valueAt: ValueAt) => boolean;

/** A rule that colours cells, as far as it is read. */
export type Rule = Readonly<{
  areas: ReadonlyArray<Area>;
  /** The least goes first. */
  priority: number;
  /** Where it holds no later rule is looked at. */
  isLast: boolean;
  colours: RuleColours;
  holds: Holds;
}>;

/** A rule that may colour cells and is not read; why, in words. */
export type UnreadRule = Readonly<{ where: string; why: string }>;

const never: ReadonlyMap<string, string> = new Map([
  ['colorScale', 'a scale of colours'],
  ['dataBar', 'bars in the cells'],
  ['iconSet', 'icons in the cells'],
  ['timePeriod', 'a rule that goes by the day on which the sheet is looked at'],
  ['top10', 'a rule that compares cells with one another'],
  ['aboveAverage', 'a rule that compares cells with one another'],
  ['duplicateValues', 'a rule that compares cells with one another'],
  ['uniqueValues', 'a rule that compares cells with one another'],
]);

const operators: ReadonlyMap<string, Operator> = new Map([
  ['equal', '='],
  ['notEqual', '<>'],
  ['greaterThan', '>'],
  ['greaterThanOrEqual', '>='],
  ['lessThan', '<'],
  ['lessThanOrEqual', '<='],
]);

/** Formulas of a rule are written for the first of its cells. */
const firstOf = (areas: ReadonlyArray<Area>): CellAt => ({
  row: Math.min(...areas.map(({ first }) => first.row)),
  column: Math.min(...areas.map(({ first }) => first.column)),
});

const byValue = ({ attributes, formulas, areas }: WrittenRule): Holds | undefined => {
  const from = firstOf(areas);
  const [low, high] = formulas.map(parseFormula);
  if (low === undefined) return undefined;
  const said = attributes['operator'] ?? 'equal';
  const operator = operators.get(said);
  if (operator !== undefined)
    return (at, valueAt) =>
      compared(operator, valueAt(at.row, at.column), evaluateFormula(low, from, at, valueAt)) ===
      true;
  if (high === undefined || !/^(?:notB|b)etween$/u.test(said)) return undefined;
  return (at, valueAt) => {
    const value = valueAt(at.row, at.column);
    const one = evaluateFormula(low, from, at, valueAt);
    const other = evaluateFormula(high, from, at, valueAt);
    // Excel takes the two in either order.
    const isSwapped = compared('>', one, other) === true;
    const above = compared('>=', value, isSwapped ? other : one);
    const below = compared('<=', value, isSwapped ? one : other);
    if (above === null || below === null) return false;
    return (above && below) === (said === 'between');
  };
};

const byText = ({ attributes }: WrittenRule): Holds | undefined => {
  const words = attributes['text'];
  if (words === undefined || words === '' || hasWildcards(words)) return undefined;
  const wanted = words.toLowerCase();
  const onText =
    (holds: (text: string) => boolean): Holds =>
    (at, valueAt) => {
      const value = valueAt(at.row, at.column);
      return value !== null && holds(textOfValue(value).toLowerCase());
    };
  switch (attributes['type']) {
    case 'containsText':
      return onText((text) => search(wanted, text) !== null);
    case 'notContainsText':
      return onText((text) => search(wanted, text) === null);
    case 'beginsWith':
      return onText((text) => text.startsWith(wanted));
    default:
      return onText((text) => text.endsWith(wanted));
  }
};

const byFormula = ({ formulas, areas }: WrittenRule): Holds | undefined => {
  const from = firstOf(areas);
  const formula = parseFormula(formulas[0] ?? '');
  return formula === undefined
    ? undefined
    : (at, valueAt) => truthOf(evaluateFormula(formula, from, at, valueAt)) === true;
};

const isBlank: Holds = (at, valueAt) => {
  const value = valueAt(at.row, at.column);
  return value !== null && textOfValue(value).trim() === '';
};

const isError: Holds = (at, valueAt) => valueAt(at.row, at.column) === null;

const holdsOf = (rule: WrittenRule): Holds | undefined => {
  switch (rule.attributes['type']) {
    case 'cellIs':
      return byValue(rule);
    case 'containsText':
    case 'notContainsText':
    case 'beginsWith':
    case 'endsWith':
      return byText(rule);
    case 'expression':
      return byFormula(rule);
    case 'containsBlanks':
      return isBlank;
    case 'notContainsBlanks':
      return (at, valueAt) => !isBlank(at, valueAt);
    case 'containsErrors':
      return isError;
    case 'notContainsErrors':
      return (at, valueAt) => !isError(at, valueAt);
    default:
      return undefined;
  }
};

/** So much of a formula, and so many ranges, are told in a message. */
const told = 80;
const rangesTold = 4;

const cut = (words: string): string => (words.length > told ? `${words.slice(0, told)}…` : words);

const whereOf = (areas: ReadonlyArray<Area>): string => {
  const more = areas.length - rangesTold;
  const words = areas.slice(0, rangesTold).map(areaInWords).join(', ');
  return more > 0 ? `${words} and ${more} more ranges` : words;
};

const whyUnread = ({ attributes, formulas }: WrittenRule): string =>
  never.get(attributes['type'] ?? '') ??
  (formulas[0] === undefined
    ? 'a rule of a kind that is not read'
    : `a rule whose formula “${cut(formulas[0])}” is not a simple comparison`);

/**
 * Reads a sheet's rules.
 * @returns those that are read, in the order in which Excel looks at them, and why others are not
 */
export const rulesOf = (
  written: ReadonlyArray<WrittenRule>,
  { lookupRule }: Styles,
): Readonly<{ read: ReadonlyArray<Rule>; unread: ReadonlyArray<UnreadRule> }> => {
  const read: Array<Rule> = [];
  const unread: Array<UnreadRule> = [];
  const places = new Set<string>();
  for (const rule of written) {
    const { areas, attributes, isExtension } = rule;
    const type = attributes['type'] ?? '';
    const place = `${type} ${whereOf(areas)}`;
    // Bars are written twice: plainly, and with all that later programs draw.
    if (areas.length === 0 || (isExtension && places.has(place))) continue;
    places.add(place);
    const colours = lookupRule(wholeIn(attributes, 'dxfId') ?? -1) ?? {};
    const holds = isExtension ? undefined : holdsOf(rule);
    if (holds !== undefined)
      read.push({
        areas,
        priority: Number(attributes['priority'] ?? Infinity),
        isLast: isOn(attributes['stopIfTrue']),
        colours,
        holds,
      });
    else if (Object.keys(colours).length > 0 || never.has(type) || isExtension)
      unread.push({ where: whereOf(areas), why: whyUnread(rule) });
  }
  return { read: read.toSorted((a, b) => a.priority - b.priority), unread };
};
