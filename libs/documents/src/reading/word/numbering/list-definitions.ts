import { childAt, childrenNamed, type XmlElement } from '../../xml/xml-element.ts';
import { chosenOf } from '../structure.ts';
import { isOn, valueAt, valueOf, wholeNumber } from '../values.ts';

/** How one level of a list counts and writes its numbers. */
export type Level = Readonly<{
  start: number;
  /** ST_NumberFormat: "decimal", "lowerRoman", "bullet". */
  format: string;
  /** Of the format "custom". */
  pattern?: string;
  /** "%1.%2": each sign of a level stands for that level's number. */
  text: string;
  /** All levels' numbers in figures. */
  isLegal: boolean;
  /** From 1, the level whose paragraphs make this one begin anew; 0 for none. Where it is not said any higher one does. */
  restartsAfter?: number;
  isHidden: boolean;
  /** The paragraph style whose paragraphs are of this level. */
  style?: string;
  font?: string;
}>;

/** One list that paragraphs name by its id. Lists of one `key` go on counting one after another. */
export type List = Readonly<{
  id: string;
  key: string;
  levels: ReadonlyMap<number, Level>;
  /** Where levels begin when this list is used first, whatever was counted before. */
  starts: ReadonlyMap<number, number>;
}>;

/** By the id that paragraphs name. */
export type Lists = ReadonlyMap<string, List>;

/** Numbers of lists are at most what the standard's own type holds. */
const mostNumber = 2_147_483_647;

/** What stands around a number is a few words; it is written again for each paragraph. */
const mostText = 200;

/** Word 2010 and later write formats of their own with a fallback beside them. */
const formatOf = (level: XmlElement): XmlElement | undefined => {
  const alternate = childAt(level, 'mc:AlternateContent');
  const chosen = alternate === undefined ? [] : chosenOf(alternate);
  return chosen.find(({ name }) => name === 'w:numFmt') ?? childAt(level, 'w:numFmt');
};

const levelOf = (element: XmlElement): Level => {
  const format = formatOf(element);
  const pattern = format?.attributes['w:format'];
  const fonts = childAt(element, 'w:rPr', 'w:rFonts')?.attributes;
  const font = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
  const restartsAfter = wholeNumber(valueAt(element, 'w:lvlRestart'), 0, 9);
  const style = valueAt(element, 'w:pStyle');
  return {
    start: wholeNumber(valueAt(element, 'w:start'), 0, mostNumber) ?? 0,
    format: valueOf(format) ?? 'decimal',
    text: (valueAt(element, 'w:lvlText') ?? '').slice(0, mostText),
    isLegal: isOn(childAt(element, 'w:isLgl')) ?? false,
    isHidden: isOn(childAt(element, 'w:rPr', 'w:vanish')) ?? false,
    ...(pattern === undefined ? {} : { pattern }),
    ...(font === undefined ? {} : { font }),
    ...(restartsAfter === undefined ? {} : { restartsAfter }),
    ...(style === undefined ? {} : { style }),
  };
};

const positionOf = (element: XmlElement): number | undefined =>
  wholeNumber(element.attributes['w:ilvl'], 0, 8);

const levelsIn = (element: XmlElement): ReadonlyArray<readonly [number, Level]> =>
  childrenNamed(element, 'w:lvl').flatMap((level) => {
    const position = positionOf(level);
    return position === undefined ? [] : [[position, levelOf(level)] as const];
  });

type Abstract = Readonly<{
  id: string;
  /** The style for lists that it stands for, and counts by. */
  link?: string;
  /** The style for lists that it defines. */
  defines?: string;
  levels: List['levels'];
}>;

const abstractOf = (element: XmlElement): Abstract => {
  const link = valueAt(element, 'w:numStyleLink');
  const defines = valueAt(element, 'w:styleLink');
  return {
    id: element.attributes['w:abstractNumId'] ?? '',
    levels: new Map(levelsIn(element)),
    ...(link === undefined ? {} : { link }),
    ...(defines === undefined ? {} : { defines }),
  };
};

/**
 * The definition that counts: one that only names a style for lists stands for the one that defines this style, or
 * for the list that the style names. A circle ends where it begins.
 */
const resolved = (first: Abstract, ofStyle: (style: string) => Abstract | undefined): Abstract => {
  const seen = new Set<string>();
  let found = first;
  while (found.link !== undefined && !seen.has(found.id)) {
    seen.add(found.id);
    const next = ofStyle(found.link);
    if (next === undefined) return found;
    found = next;
  }
  return found;
};

const overridesOf = (num: XmlElement): Pick<List, 'levels' | 'starts'> => {
  const overrides = childrenNamed(num, 'w:lvlOverride');
  return {
    levels: new Map(overrides.flatMap(levelsIn)),
    starts: new Map(
      overrides.flatMap((element) => {
        const start = wholeNumber(valueAt(element, 'w:startOverride'), 0, mostNumber);
        const position = positionOf(element);
        return start === undefined || position === undefined ? [] : [[position, start] as const];
      }),
    ),
  };
};

/**
 * Reads a document's lists.
 * @param root the root of the part that defines them; none where the document has none
 * @param listOfStyle the list that a style for lists names
 */
export const listsOf = (
  root: XmlElement | undefined,
  listOfStyle: (style: string) => string | undefined,
): Lists => {
  if (root === undefined) return new Map();
  const definitions = childrenNamed(root, 'w:abstractNum').map(abstractOf);
  const abstracts = new Map(definitions.map((one) => [one.id, one]));
  const byStyle = new Map(definitions.map((one) => [one.defines ?? '', one]));
  const nums = childrenNamed(root, 'w:num');
  const named = new Map(
    nums.map((num) => [num.attributes['w:numId'] ?? '', valueAt(num, 'w:abstractNumId') ?? '']),
  );
  const ofStyle = (style: string): Abstract | undefined =>
    byStyle.get(style) ?? abstracts.get(named.get(listOfStyle(style) ?? '') ?? '');
  return new Map(
    nums.flatMap((num) => {
      const id = num.attributes['w:numId'] ?? '';
      const first = abstracts.get(named.get(id) ?? '');
      if (first === undefined) return [];
      const { id: key, levels: defined } = resolved(first, ofStyle);
      const { levels, starts } = overridesOf(num);
      return [[id, { id, key, levels: new Map([...defined, ...levels]), starts }] as const];
    }),
  );
};
