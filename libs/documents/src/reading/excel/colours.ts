import type { XmlElement } from '../xml/xml-element.ts';
import { childAt, childrenNamed, elementsOf } from '../xml/xml-element.ts';
import { type Attributes, wholeIn } from './attributes.ts';
import { standardPalette } from './standard-palette.ts';
import { tinted } from './tinted.ts';

/** The colour that a part of a workbook says, as "#FFC000"; `undefined` where it is automatic or says none. */
export type ColourOf = (said: Attributes | undefined) => string | undefined;

/** Excel counts a theme's colours with the first two pairs the other way round than the theme lists them. */
const themeOrder = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** The Office theme of 2007, which Excel takes where a workbook has none; in Excel's order. */
const usualTheme = [
  'FFFFFF',
  '000000',
  'EEECE1',
  '1F497D',
  '4F81BD',
  'C0504D',
  '9BBB59',
  '8064A2',
  '4BACC6',
  'F79646',
  '0000FF',
  '800080',
];

const asHex = (digits: string | undefined): string | undefined =>
  digits !== undefined && /^(?:[\dA-F]{2})?[\dA-F]{6}$/iu.test(digits)
    ? `#${digits.slice(-6).toUpperCase()}`
    : undefined;

/** @param theme the theme part's root */
const themeColours = (theme: XmlElement | undefined): ReadonlyArray<string | undefined> => {
  const scheme = childAt(theme, 'a:themeElements', 'a:clrScheme');
  return themeOrder.map((name, at) => {
    const said = childAt(scheme, `a:${name}`);
    const [colour] = said === undefined ? [] : elementsOf(said);
    const digits = colour?.attributes['lastClr'] ?? colour?.attributes['val'];
    return asHex(digits) ?? asHex(usualTheme[at]);
  });
};

/** A workbook may have a palette of its own in place of the standard's first colours. */
const paletteOf = (styles: XmlElement | undefined): ReadonlyArray<string | undefined> => {
  const own = childAt(styles, 'x:colors', 'x:indexedColors');
  const colours = own === undefined ? [] : childrenNamed(own, 'x:rgbColor');
  return standardPalette.map(
    (standard, at) => asHex(colours[at]?.attributes['rgb']) ?? `#${standard}`,
  );
};

/**
 * How a workbook's colours are read: as they are, by its theme, by its palette (ECMA-376 part 1, 18.8.3 and 18.8.27).
 * @param styles the root of its styles part
 * @param theme the root of its theme part
 */
export const coloursOf = (
  styles: XmlElement | undefined,
  theme: XmlElement | undefined,
): ColourOf => {
  const palette = paletteOf(styles);
  const themed = themeColours(theme);
  return (said) => {
    if (said === undefined) return undefined;
    const byTheme = wholeIn(said, 'theme');
    const byIndex = wholeIn(said, 'indexed');
    const plain =
      asHex(said['rgb']) ??
      (byTheme === undefined ? undefined : themed[byTheme]) ??
      (byIndex === undefined ? undefined : palette[byIndex]);
    const tint = Number(said['tint'] ?? 0);
    return plain === undefined ? undefined : tinted(plain, tint);
  };
};
