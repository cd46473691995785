import { childAt, childrenNamed, type XmlElement } from '@trackrecord/documents';
import { lookup, type Properties } from './values.ts';

type Style = Readonly<{ id: string; name: string; type: string; xml: XmlElement }>;

/** The styles of a template, and what holds where nothing is said. */
export type Styles = Readonly<{
  byId: ReadonlyMap<string, Style>;
  /** The style of paragraphs that name none. */
  usual: Style | undefined;
  defaults: XmlElement | undefined;
}>;

const isUsual = ({ attributes }: XmlElement): boolean =>
  ['1', 'true', 'on'].includes(attributes['w:default'] ?? '');

/** @param root of "word/styles.xml", where there is one */
export const stylesOf = (root: XmlElement | undefined): Styles => {
  const all = (root === undefined ? [] : childrenNamed(root, 'w:style')).map((xml): Style => ({
    id: xml.attributes['w:styleId'] ?? '',
    name: (childAt(xml, 'w:name')?.attributes['w:val'] ?? '').toLowerCase(),
    type: xml.attributes['w:type'] ?? 'paragraph',
    xml,
  }));
  return {
    byId: new Map(all.map((style) => [style.id, style])),
    usual: all.find((style) => style.type === 'paragraph' && isUsual(style.xml)),
    defaults: childAt(root, 'w:docDefaults'),
  };
};

/** A paragraph style by one of its names in Word; of several the first that is there. */
export const lookupNamed = ({ byId }: Styles, names: ReadonlyArray<string>): Style | undefined =>
  names
    .map((name) =>
      [...byId.values()].find((style) => style.type === 'paragraph' && style.name === name),
    )
    .find((style) => style !== undefined);

/** A style and those that it is based on, the ground first; a circle ends where it closes. */
const lineOf = ({ byId }: Styles, style: Style | undefined): ReadonlyArray<Style> => {
  const line: Array<Style> = [];
  let one = style;
  while (one !== undefined && !line.includes(one)) {
    line.push(one);
    one = byId.get(childAt(one.xml, 'w:basedOn')?.attributes['w:val'] ?? '');
  }
  return line.toReversed();
};

/** What a style says of its paragraphs and of their words, each after what it is based on. */
export type Said = Readonly<{ paragraph: Properties; run: Properties; line: ReadonlyArray<Style> }>;

const saidBy = (styles: Styles, style: Style | undefined, table?: string): Said => {
  const line = lineOf(styles, style);
  const around = lineOf(styles, table === undefined ? undefined : styles.byId.get(table));
  const { defaults } = styles;
  return {
    paragraph: [
      childAt(defaults, 'w:pPrDefault', 'w:pPr'),
      ...around.map(({ xml }) => childAt(xml, 'w:pPr')),
      ...line.map(({ xml }) => childAt(xml, 'w:pPr')),
    ],
    run: [
      childAt(defaults, 'w:rPrDefault', 'w:rPr'),
      ...around.map(({ xml }) => childAt(xml, 'w:rPr')),
      ...line.map(({ xml }) => childAt(xml, 'w:rPr')),
    ],
    line,
  };
};

/** What holds for a style by its name; `undefined` where the template has none of the name. */
export const saidByName = (styles: Styles, names: ReadonlyArray<string>): Said | undefined => {
  const style = lookupNamed(styles, names);
  return style === undefined ? undefined : saidBy(styles, style);
};

/** What holds for a paragraph that says nothing of itself. */
export const saidByUsual = (styles: Styles): Said => saidBy(styles, styles.usual);

/** What tables of a style say of themselves, each after what it is based on. */
export const saidOfTable = (styles: Styles, id: string | undefined): Properties =>
  lineOf(styles, id === undefined ? undefined : styles.byId.get(id)).map(({ xml }) =>
    childAt(xml, 'w:tblPr'),
  );

/** What holds for a paragraph with its own properties; in a table of a style, that style holds for it too. */
export const saidOfParagraph = (
  styles: Styles,
  own: XmlElement | undefined,
  table: string | undefined,
): Said => {
  const id = lookup([own], 'w:pStyle')?.attributes['w:val'];
  const style = (id === undefined ? undefined : styles.byId.get(id)) ?? styles.usual;
  const said = saidBy(styles, style, table);
  return { ...said, paragraph: [...said.paragraph, own] };
};

/** What holds for a run with its own properties, in a paragraph. */
export const saidOfRun = (
  styles: Styles,
  paragraph: Said,
  own: XmlElement | undefined,
): Properties => {
  const id = lookup([own], 'w:rStyle')?.attributes['w:val'];
  const style = id === undefined ? undefined : styles.byId.get(id);
  return [...paragraph.run, ...lineOf(styles, style).map(({ xml }) => childAt(xml, 'w:rPr')), own];
};

/** The list that a style for lists names. */
export const listOfStyle = ({ byId }: Styles, id: string): string | undefined =>
  childAt(byId.get(id)?.xml, 'w:pPr', 'w:numPr', 'w:numId')?.attributes['w:val'];
