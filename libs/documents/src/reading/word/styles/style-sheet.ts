import { childAt, childrenNamed, type XmlElement } from '../../xml/xml-element.ts';
import { shadingOf } from '../colours/shading.ts';
import type { Theme } from '../colours/theme.ts';
import type { Tone } from '../colours/tone.ts';
import { valueAt, wholeNumber } from '../values.ts';
import { type Look, lookOf, plainLook, within } from './look.ts';

/** The list and the level that a style puts its paragraphs into. */
export type StyleNumbering = Readonly<{
  numId: string;
  ilvl?: number;
  /** The style that says so: a list's level may name the style that is its own. */
  style: string;
}>;

/** What a paragraph has of its style, with all the styles that this one is based on. */
export type ParagraphStyle = Readonly<{
  /** Of a heading, from 1. */
  level?: number;
  numbering?: StyleNumbering;
  shading?: Tone;
  look: Look;
  /** A line of a table of contents. */
  isContents: boolean;
}>;

/** A document's styles, by their ids; an id that no style has is the default style's. */
export type StyleSheet = Readonly<{
  paragraph: (id: string | undefined) => ParagraphStyle;
  character: (id: string | undefined) => Look;
  /** The list that a style for lists stands for. */
  listOf: (id: string) => string | undefined;
}>;

type Named = Readonly<{ id: string; name: string; element: XmlElement }>;

const namedOf = (element: XmlElement): Named => ({
  id: element.attributes['w:styleId'] ?? '',
  name: (valueAt(element, 'w:name') ?? '').trim().toLowerCase(),
  element,
});

/** People's styles are based on three or four others. */
const longestChain = 64;

/** A style, then what it is based on, and so on; a circle ends where it begins. */
const chainOf = (
  styles: ReadonlyMap<string, Named>,
  id: string | undefined,
): ReadonlyArray<Named> => {
  const chain: Array<Named> = [];
  const seen = new Set<string>();
  let style = styles.get(id ?? '');
  while (style !== undefined && !seen.has(style.id) && chain.length < longestChain) {
    seen.add(style.id);
    chain.push(style);
    style = styles.get(valueAt(style.element, 'w:basedOn') ?? '');
  }
  return chain;
};

/** Outline levels are 0 to 8; 9 is the text's own, and no heading. */
const textLevel = 9;

/** A paragraph's heading level, from 1, by its own outline level; 0 where that says that it is none. */
export const headingLevelOf = (properties: XmlElement | undefined): number | undefined => {
  const outline = wholeNumber(valueAt(properties, 'w:outlineLvl'), 0, textLevel);
  return outline === undefined ? undefined : outline === textLevel ? 0 : outline + 1;
};

/** Built-in styles keep their English names in a document of any language. */
const levelByName = (name: string): number | undefined => {
  const heading = /^heading ([1-9])$/.exec(name)?.[1];
  return heading === undefined ? (name === 'title' ? 1 : undefined) : Number(heading);
};

const firstOf = <A, B>(all: ReadonlyArray<A>, of: (one: A) => B | undefined): B | undefined => {
  for (const one of all) {
    const found = of(one);
    if (found !== undefined) return found;
  }
  return undefined;
};

const propertiesOf = ({ element }: Named): XmlElement | undefined => childAt(element, 'w:pPr');

const levelOf = (chain: ReadonlyArray<Named>): number | undefined => {
  const level = firstOf(
    chain,
    (style) => headingLevelOf(propertiesOf(style)) ?? levelByName(style.name),
  );
  return level === 0 ? undefined : level;
};

const numberingOf = (chain: ReadonlyArray<Named>): StyleNumbering | undefined => {
  const style = chain.find((one) => childAt(propertiesOf(one), 'w:numPr') !== undefined);
  if (style === undefined) return undefined;
  const properties = propertiesOf(style);
  const numId = firstOf(chain, (one) => valueAt(propertiesOf(one), 'w:numPr', 'w:numId'));
  const ilvl = wholeNumber(valueAt(properties, 'w:numPr', 'w:ilvl'), 0, 8);
  return numId === undefined
    ? undefined
    : { numId, style: style.id, ...(ilvl === undefined ? {} : { ilvl }) };
};

/** The look of a chain of styles; the nearest says most. */
const lookOfChain = (chain: ReadonlyArray<Named>, theme: Theme, base: Look): Look =>
  [...chain]
    .reverse()
    .reduce((look, { element }) => within(look, lookOf(childAt(element, 'w:rPr'), theme)), base);

/** Links are coloured for being links. */
const isLinkStyle = ({ name }: Named): boolean =>
  name === 'hyperlink' || name === 'followedhyperlink';

const remembered = <A>(of: (id: string | undefined) => A): ((id: string | undefined) => A) => {
  const known = new Map<string | undefined, A>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const made = of(id);
    known.set(id, made);
    return made;
  };
};

const stylesOfType = (root: XmlElement | undefined, type: string): ReadonlyMap<string, Named> =>
  new Map(
    (root === undefined ? [] : childrenNamed(root, 'w:style'))
      .filter(({ attributes }) => (attributes['w:type'] ?? 'paragraph') === type)
      .map((element) => {
        const style = namedOf(element);
        return [style.id, style] as const;
      }),
  );

const isDefault = ({ element }: Named): boolean => {
  const said = element.attributes['w:default'];
  return said !== undefined && said !== '0' && said !== 'false';
};

/**
 * Reads a document's styles.
 *
 * The colour that the whole document's text has by default is nobody's word for anything, and so are those of headings
 * and of links: they are left out. So is what a table's style paints (header rows, bands): it is put on rows by their
 * place in the table, whatever stands in them.
 * @param root the root of the styles' part; none where the document has no styles
 */
export const styleSheetOf = (root: XmlElement | undefined, theme: Theme): StyleSheet => {
  const paragraphs = stylesOfType(root, 'paragraph');
  const characters = stylesOfType(root, 'character');
  const lists = stylesOfType(root, 'numbering');
  const byDefault = [...paragraphs.values()].find(isDefault)?.id;
  const base = lookOf(childAt(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'), theme);
  const ordinary = lookOfChain(chainOf(paragraphs, byDefault), theme, base).ink;

  const paragraph = (id: string | undefined): ParagraphStyle => {
    const chain = chainOf(paragraphs, id !== undefined && paragraphs.has(id) ? id : byDefault);
    const level = levelOf(chain);
    const numbering = numberingOf(chain);
    const shading = firstOf(chain, (style) =>
      shadingOf(childAt(propertiesOf(style), 'w:shd'), theme),
    );
    const look = lookOfChain(chain, theme, base);
    return {
      ...(level === undefined ? {} : { level }),
      ...(numbering === undefined ? {} : { numbering }),
      ...(shading === undefined ? {} : { shading }),
      look: level !== undefined || look.ink === ordinary ? { ...look, ink: undefined } : look,
      isContents: chain.some(({ name }) => /^toc [1-9]$/.test(name)),
    };
  };

  const character = (id: string | undefined): Look => {
    const chain = chainOf(characters, id);
    const look = lookOfChain(chain, theme, plainLook);
    return chain.some(isLinkStyle) ? { ...look, ink: undefined } : look;
  };

  return {
    paragraph: remembered(paragraph),
    character: remembered(character),
    listOf: (id) =>
      firstOf(chainOf(lists, id), (style) => valueAt(propertiesOf(style), 'w:numPr', 'w:numId')),
  };
};
