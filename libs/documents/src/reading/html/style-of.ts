import type { XmlElement } from '../xml/xml-element.ts';
import { attributeColourOf, backgroundOf, colourOf } from './css/colour-of.ts';
import { type Declarations, declarationsOf } from './css/declarations-of.ts';
import type { StyleRules } from './css/style-rules.ts';

/** What of an element's style is looked at. Colours as "#FFC000", or "transparent". */
export type Style = Readonly<{
  declared: Declarations;
  background?: string | undefined;
  ink?: string | undefined;
  hidden: boolean;
}>;

/** What browsers give a <mark>. */
const markYellow = '#FFFF00';

const classesOf = ({ attributes }: XmlElement): ReadonlyArray<string> =>
  (attributes['class'] ?? '')
    .slice(0, 1000)
    .split(/\s+/u)
    .filter((one) => one !== '');

const isHidden = ({ attributes }: XmlElement, declared: Declarations): boolean =>
  attributes['hidden'] !== undefined ||
  declared.get('display')?.toLowerCase() === 'none' ||
  declared.get('visibility')?.toLowerCase() === 'hidden' ||
  declared.get('mso-hide')?.toLowerCase() === 'all';

const firstOf = <A>(...found: ReadonlyArray<A | undefined>): A | undefined =>
  found.find((one) => one !== undefined);

/** A later declaration of the two properties counts; which is later is not kept, and "-color" is the plainer. */
const declaredBackground = (declared: Declarations): string | undefined =>
  firstOf(
    ...[declared.get('background-color'), declared.get('background')].map((value) =>
      value === undefined ? undefined : backgroundOf(value),
    ),
  );

/** The style of an element by the page's plain rules, by its own attribute, and by the attributes of old pages. */
export const styleOf = (element: XmlElement, rules: StyleRules): Style => {
  const { name, attributes } = element;
  const own = declarationsOf(attributes['style'] ?? '');
  const declared = new Map([...rules(name, classesOf(element)), ...own]);
  const ink = declared.get('color');
  return {
    declared,
    background: firstOf(
      declaredBackground(own),
      declaredBackground(declared),
      attributeColourOf(attributes['bgcolor'] ?? ''),
      name === 'mark' ? markYellow : undefined,
    ),
    ink: firstOf(
      ink === undefined ? undefined : colourOf(ink),
      name === 'font' ? attributeColourOf(attributes['color'] ?? '') : undefined,
    ),
    hidden: isHidden(element, declared),
  };
};
