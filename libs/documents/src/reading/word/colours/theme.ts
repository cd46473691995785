import { childAt, elementsOf, type XmlElement } from '../../xml/xml-element.ts';
import { hexOf } from './tone.ts';

/** The colours of a document's theme, by the names that words and cells use for them. */
export type Theme = ReadonlyMap<string, `#${string}`>;

/** ST_ThemeColor by the elements of a colour scheme, as documents map them unless they say otherwise. */
const names: ReadonlyMap<string, ReadonlyArray<string>> = new Map([
  ['a:dk1', ['dark1', 'text1']],
  ['a:lt1', ['light1', 'background1']],
  ['a:dk2', ['dark2', 'text2']],
  ['a:lt2', ['light2', 'background2']],
  ['a:accent1', ['accent1']],
  ['a:accent2', ['accent2']],
  ['a:accent3', ['accent3']],
  ['a:accent4', ['accent4']],
  ['a:accent5', ['accent5']],
  ['a:accent6', ['accent6']],
  ['a:hlink', ['hyperlink']],
  ['a:folHlink', ['followedHyperlink']],
]);

const colourOf = (scheme: XmlElement): `#${string}` | undefined =>
  hexOf(childAt(scheme, 'a:srgbClr')?.attributes['val']) ??
  hexOf(childAt(scheme, 'a:sysClr')?.attributes['lastClr']);

/** @param root the root of the theme's part; none where the document has no theme */
export const themeOf = (root: XmlElement | undefined): Theme => {
  const scheme = childAt(root, 'a:themeElements', 'a:clrScheme');
  return new Map(
    (scheme === undefined ? [] : elementsOf(scheme)).flatMap((element) => {
      const hex = colourOf(element);
      const called = hex === undefined ? [] : (names.get(element.name) ?? []);
      return hex === undefined ? [] : called.map((name) => [name, hex] as const);
    }),
  );
};
