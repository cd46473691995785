import { getFormatFromId } from 'numfmt';
import type { Colour } from '../../document/colour.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { childAt, childrenNamed } from '../xml/xml-element.ts';
import { type Attributes, isOn, wholeIn } from './attributes.ts';
import type { ColourOf } from './colours.ts';
import { fillOf } from './fill-of.ts';
import { type ShowNumber, showNumbersAs } from './show-numbers-as.ts';

/** How a cell is shown. */
export type CellStyle = Readonly<{
  show: ShowNumber;
  /** The colour of the cell, or of its words where it has none. */
  fill?: Colour;
  /** Whether it is filled with more than one colour, so that none can be told. */
  isUnclear: boolean;
  /** Whether a line goes through its words. */
  isStruck: boolean;
  /** The name of the font that its words are in: some draw signs where others have letters. */
  font?: string;
}>;

export type Styles = Readonly<{
  plain: CellStyle;
  /** By the number that a cell gives; `undefined` where there is no such style. */
  lookup: (number: number) => CellStyle | undefined;
  lookupRule: (number: number) => RuleColours | undefined;
}>;

/** What a rule gives to the cells for which it holds: a colour, also white, and one for their words. */
export type RuleColours = Readonly<{ fill?: string; words?: string }>;

const black = '#000000';
const white = '#FFFFFF';

/** A theme's own colours for words and pages, and for links: in them nobody says anything. */
const unsaid: ReadonlySet<string | undefined> = new Set(['0', '1', '2', '3', '10', '11']);

/** The colour that words are written in, where it is not what words are usually written in. */
export const wordsColourOf = (
  said: Attributes | undefined,
  colourOf: ColourOf,
): string | undefined => {
  const hex = unsaid.has(said?.['theme']) ? undefined : colourOf(said);
  return hex === black || hex === white ? undefined : hex;
};

const listAt = (
  root: XmlElement | undefined,
  list: string,
  name: string,
): ReadonlyArray<XmlElement> => {
  const found = childAt(root, list);
  return found === undefined ? [] : childrenNamed(found, name);
};

/** The patterns that a workbook writes out; the others have numbers that everybody knows, and some go by the country. */
const patternsOf = (root: XmlElement | undefined) => {
  const own = new Map(
    listAt(root, 'x:numFmts', 'x:numFmt').map(({ attributes }) => [
      wholeIn(attributes, 'numFmtId'),
      attributes['formatCode'],
    ]),
  );
  return (number: number): string =>
    own.get(number) ?? (number < 164 ? getFormatFromId(number, 'en-GB') : 'General');
};

const fillAsColour = (hex: string | undefined, by: Colour['by']): Pick<CellStyle, 'fill'> =>
  hex === undefined ? {} : { fill: { hex, by } };

/** Of each style of the list: made when the first cell asks for it. */
const onceEach = <A>(
  list: ReadonlyArray<XmlElement>,
  make: (element: XmlElement) => A,
): ((number: number) => A | undefined) => {
  const made = new Map<number, A>();
  return (number) => {
    const element = list[number];
    if (element === undefined) return undefined;
    const known = made.get(number);
    if (known !== undefined) return known;
    const one = make(element);
    made.set(number, one);
    return one;
  };
};

/**
 * The styles of a workbook.
 * @param root of its styles part; a workbook without one shows everything plainly
 * @param is1904 whether its days are counted from 1904
 */
export const stylesOf = (
  root: XmlElement | undefined,
  colourOf: ColourOf,
  is1904: boolean,
): Styles => {
  const patternOf = patternsOf(root);
  const fills = listAt(root, 'x:fills', 'x:fill');
  const fonts = listAt(root, 'x:fonts', 'x:font');
  const plain: CellStyle = {
    show: showNumbersAs('General', is1904),
    isUnclear: false,
    isStruck: false,
  };
  const styleOf = ({ attributes }: XmlElement): CellStyle => {
    const fill = fillOf(fills[wholeIn(attributes, 'fillId') ?? 0], colourOf, false);
    const font = fonts[wholeIn(attributes, 'fontId') ?? 0];
    const colour = childAt(font, 'x:color')?.attributes;
    const strike = childAt(font, 'x:strike');
    const fontName = childAt(font, 'x:name')?.attributes['val'];
    return {
      ...(fontName === undefined ? {} : { font: fontName }),
      isStruck: strike !== undefined && isOn(strike.attributes['val'] ?? '1'),
      show: showNumbersAs(patternOf(wholeIn(attributes, 'numFmtId') ?? 0), is1904),
      isUnclear: fill === 'unclear',
      ...(fill === 'none' || fill === 'unclear'
        ? fillAsColour(wordsColourOf(colour, colourOf), 'words')
        : fillAsColour(fill, 'cell')),
    };
  };
  const ruleOf = (rule: XmlElement): RuleColours => {
    const fill = fillOf(childAt(rule, 'x:fill'), colourOf, true);
    const font = childAt(rule, 'x:font', 'x:color')?.attributes;
    const words = wordsColourOf(font, colourOf);
    return {
      ...(fill === 'none' || fill === 'unclear' ? {} : { fill }),
      ...(words === undefined ? {} : { words }),
    };
  };
  const lookup = onceEach(listAt(root, 'x:cellXfs', 'x:xf'), styleOf);
  return {
    plain,
    lookup: root === undefined ? () => plain : lookup,
    lookupRule: onceEach(listAt(root, 'x:dxfs', 'x:dxf'), ruleOf),
  };
};
