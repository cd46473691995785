import { childAt, elementsOf, type XmlElement } from '../xml/xml-element.ts';
import type { ColourOf } from './colours.ts';
import { blended } from './tinted.ts';

/** A fill: a colour; none, also where a cell is white (a rule may make it so); or one that is of no single colour. */
export type Fill = string | 'none' | 'unclear';

const white = '#FFFFFF';
const black = '#000000';

/** How much of a patterned cell its lines or dots cover (ECMA-376 part 1, 18.18.55), as Excel draws them. */
const covered: ReadonlyMap<string, number> = new Map([
  ['darkGray', 0.75],
  ['mediumGray', 0.5],
  ['lightGray', 0.25],
  ['gray125', 0.125],
  ['gray0625', 0.0625],
  ['darkHorizontal', 0.5],
  ['darkVertical', 0.5],
  ['darkDown', 0.5],
  ['darkUp', 0.5],
  ['darkGrid', 0.5],
  ['darkTrellis', 0.75],
  ['lightHorizontal', 0.25],
  ['lightVertical', 0.25],
  ['lightDown', 0.25],
  ['lightUp', 0.25],
  ['lightGrid', 0.4375],
  ['lightTrellis', 0.375],
]);

const unlessWhite = (hex: string): Fill => (hex === white ? 'none' : hex);

const patternFill = (pattern: XmlElement, colourOf: ColourOf, isOfRule: boolean): Fill => {
  const type = pattern.attributes['patternType'] ?? (isOfRule ? 'solid' : 'none');
  const over = colourOf(childAt(pattern, 'x:fgColor')?.attributes);
  const under = colourOf(childAt(pattern, 'x:bgColor')?.attributes);
  if (type === 'none') return 'none';
  if (type === 'solid') {
    // What lies under a pattern is what a rule calls a solid colour.
    const hex = (isOfRule ? (under ?? over) : over) ?? white;
    return isOfRule ? hex : unlessWhite(hex);
  }
  const share = covered.get(type);
  return share === undefined
    ? 'unclear'
    : unlessWhite(blended(over ?? black, under ?? white, share));
};

/**
 * What colour a fill is.
 * @param fill an `x:fill` of a workbook's styles
 * @param isOfRule whether it is that of a rule (conditional formatting), which are written otherwise
 */
export const fillOf = (
  fill: XmlElement | undefined,
  colourOf: ColourOf,
  isOfRule: boolean,
): Fill => {
  const [kind] = fill === undefined ? [] : elementsOf(fill);
  if (kind === undefined) return 'none';
  return kind.name === 'x:patternFill' ? patternFill(kind, colourOf, isOfRule) : 'unclear';
};
