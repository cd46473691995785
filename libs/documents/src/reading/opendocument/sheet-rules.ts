import type { Value } from '../excel/cell.ts';
import { type Area, areaInWords, areaOf, cellAt, type CellAt } from '../excel/cell-reference.ts';
import { evaluateFormula } from '../excel/evaluate-formula.ts';
import { search, textOfValue, truthOf } from '../excel/formula-functions.ts';
import { parseFormula } from '../excel/parse-formula.ts';
import type { Rule } from '../excel/rules.ts';
import { asSentence } from '../excel/in-words.ts';
import type { Aside } from '../flow/flow.ts';
import { childAt, childrenNamed, elementsOf, type XmlElement } from '../xml/xml-element.ts';
import { cellColour, hexIn } from './colours.ts';
import type { StyleSheet } from './style-sheet.ts';

/** The rules that colour a sheet's cells, as far as they are read; of the others it is said that they are not. */
export type SheetRules = Readonly<{ rules: ReadonlyArray<Rule>; asides: ReadonlyArray<Aside> }>;

/** Rectangles that rules may be given for: each is looked at in each row. */
const mostAreas = 10_000;

/** "$Actions.$A$4" and "'My sheet'.A4" as "A4". */
const withoutSheet = (address: string): string =>
  address.replace(/'(?:[^']|'')*'/gu, '').replace(/^.*\./u, '');

const areasIn = (addresses: string): ReadonlyArray<Area> =>
  addresses
    .replace(/'(?:[^']|'')*'/gu, '')
    .split(/\s+/u)
    .slice(0, mostAreas)
    .flatMap((one) => areaOf(one.split(':').map(withoutSheet).join(':')) ?? []);

/** A formula of OpenDocument as Excel would write it: "[.$E4]" is "$E4", arguments are parted by commas. */
const asExcels = (formula: string): string =>
  formula.replace(/\[\.?([^\]]{1,100})\]/gu, (_, cell: string) => cell).replaceAll(';', ',');

type Holds = (at: CellAt, valueAt: (row: number, column: number) => Value) => boolean;

const byFormula = (written: string, from: CellAt): Holds | undefined => {
  const formula = parseFormula(asExcels(written));
  return formula === undefined
    ? undefined
    : (at, valueAt) => truthOf(evaluateFormula(formula, from, at, valueAt)) === true;
};

const onText =
  (holds: (text: string) => boolean): Holds =>
  (at, valueAt) => {
    const value = valueAt(at.row, at.column);
    return value !== null && holds(textOfValue(value).toLowerCase());
  };

const textRules: ReadonlyMap<string, (wanted: string) => Holds> = new Map([
  ['contains-text', (wanted: string) => onText((text) => search(wanted, text) !== null)],
  ['not-contains-text', (wanted: string) => onText((text) => search(wanted, text) === null)],
  ['begins-with', (wanted: string) => onText((text) => text.startsWith(wanted))],
  ['ends-with', (wanted: string) => onText((text) => text.endsWith(wanted))],
]);

const reference = ({ row, column }: CellAt): string =>
  areaInWords({ first: { row, column }, last: { row, column } });

/** "cell-content()=3" of older files is "=3"; "cell-content-is-between(1,2)" is "between(1,2)". */
const asNewer = (condition: string): string =>
  condition
    .trim()
    .replace(/^(?:cell-content|value)\(\)\s*/u, '')
    .replace(/^cell-content-is-/u, '')
    .replace(/^is-true-formula\(/u, 'formula-is(');

/** Whether a condition holds, by what it says: ="Red", >3, between(1,2), contains-text("late"), formula-is([.A1]="x"). */
const holdsOf = (written: string, from: CellAt): Holds | undefined => {
  const condition = asNewer(written);
  const cell = reference(from);
  const [, of = '', inside = ''] = /^([a-z-]{1,30})\((.*)\)$/su.exec(condition) ?? [];
  if (of === 'formula-is') return byFormula(inside, from);
  if (of === 'between') {
    const [low, high, more] = asExcels(inside).split(',');
    return low === undefined || high === undefined || more !== undefined
      ? undefined
      : byFormula(`AND(${cell}>=${low},${cell}<=${high})`, from);
  }
  const quoted = /^\s*"([^"]{1,200})"\s*$/u.exec(inside)?.[1];
  const byText = textRules.get(of);
  if (byText !== undefined) return quoted === undefined ? undefined : byText(quoted.toLowerCase());
  const [, operator = '', value = ''] = /^(!=|<>|<=|>=|=|<|>)(.+)$/su.exec(condition) ?? [];
  return operator === ''
    ? undefined
    : byFormula(`${cell}${operator === '!=' ? '<>' : operator}${value}`, from);
};

const coloursOf = (styles: StyleSheet, style: string | undefined): Rule['colours'] => {
  const name = style === undefined ? undefined : styles.byDisplayName('table-cell', style);
  const fill = cellColour(styles, ['table-cell', name]);
  const words = hexIn(styles.property('table-cell', name, 'style:text-properties', 'fo:color'));
  const isPlain = words === undefined || words === '#000000' || words === '#FFFFFF';
  return { ...(fill === undefined ? {} : { fill }), ...(isPlain ? {} : { words }) };
};

const firstOf = (areas: ReadonlyArray<Area>): CellAt | undefined => areas[0]?.first;

const whereOf = (areas: ReadonlyArray<Area>): string =>
  `cells ${areas.slice(0, 4).map(areaInWords).join(', ')}`;

const unreadOf = (areas: ReadonlyArray<Area>, why: string): Aside => ({
  kind: 'doubtful',
  words: `${asSentence(why)} colours ${whereOf(areas)}; such colours are not read.`,
});

const scales: ReadonlyMap<string, string> = new Map([
  ['calcext:color-scale', 'a scale of colours'],
  ['calcext:data-bar', 'bars in the cells'],
  ['calcext:icon-set', 'icons in the cells'],
  ['calcext:date-is', 'a rule that goes by the day on which the sheet is looked at'],
]);

type Reading = { rules: Array<Rule>; asides: Array<Aside> };

const readCondition = (
  condition: XmlElement,
  areas: ReadonlyArray<Area>,
  styles: StyleSheet,
  into: Reading,
): void => {
  const scale = scales.get(condition.name);
  const from =
    cellAt(withoutSheet(condition.attributes['calcext:base-cell-address'] ?? '')) ?? firstOf(areas);
  if (scale !== undefined) into.asides.push(unreadOf(areas, scale));
  if (condition.name !== 'calcext:condition' || from === undefined) return;
  const written = condition.attributes['calcext:value'] ?? '';
  const colours = coloursOf(styles, condition.attributes['calcext:apply-style-name']);
  if (colours.fill === undefined && colours.words === undefined) return;
  const holds = holdsOf(written, from);
  if (holds === undefined)
    into.asides.push(unreadOf(areas, `a rule “${written.slice(0, 80)}” that is not a simple one`));
  // The first that holds is the one that counts.
  else into.rules.push({ areas, priority: into.rules.length, isLast: true, colours, holds });
};

/** The rules of a sheet, as LibreOffice writes them with it. */
export const sheetRules = (sheet: XmlElement, styles: StyleSheet): SheetRules => {
  const into: Reading = { rules: [], asides: [] };
  const all = childAt(sheet, 'calcext:conditional-formats');
  const formats = all === undefined ? [] : childrenNamed(all, 'calcext:conditional-format');
  for (const format of formats.slice(0, mostAreas)) {
    const areas = areasIn(format.attributes['calcext:target-range-address'] ?? '');
    if (areas.length === 0) continue;
    for (const condition of elementsOf(format)) readCondition(condition, areas, styles, into);
  }
  return into;
};

/**
 * The colour that the maps of a cell's own style give it: as the standard has rules, where a sheet has none of
 * LibreOffice's.
 */
export const mappedColours = (
  styles: StyleSheet,
  style: string | undefined,
): ReadonlyArray<Readonly<{ holds: Holds; colours: Rule['colours'] }>> => {
  const element = style === undefined ? undefined : styles.lookup('table-cell', style);
  const maps = element === undefined ? [] : childrenNamed(element, 'style:map');
  return maps.flatMap(({ attributes }) => {
    const from = cellAt(withoutSheet(attributes['style:base-cell-address'] ?? 'A1'));
    const holds =
      from === undefined ? undefined : holdsOf(attributes['style:condition'] ?? '', from);
    const colours = coloursOf(styles, attributes['style:apply-style-name']);
    return holds === undefined ? [] : [{ holds, colours }];
  });
};
