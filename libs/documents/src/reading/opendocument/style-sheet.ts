import { childAt, childrenNamed, type XmlElement } from '../xml/xml-element.ts';
import type { OpenDocumentParts } from './open-document-parts.ts';

/** The families of styles whose properties are looked at. */
export type Family = 'paragraph' | 'text' | 'table' | 'table-row' | 'table-column' | 'table-cell';

/** The named and automatic styles of a file. */
export type StyleSheet = Readonly<{
  lookup: (family: Family, name: string) => XmlElement | undefined;
  /**
   * An attribute of a style, or of the style that it is made after:
   * `property('text', 'T1', 'style:text-properties', 'fo:color')`. No group means the style's own element.
   */
  property: (
    family: Family,
    name: string | undefined,
    group: string | undefined,
    attribute: string,
  ) => string | undefined;
  /** Whether a style is one of a name, or is made after it. */
  isAfter: (family: Family, name: string | undefined, other: string) => boolean;
  /** The name of a style that is called so where people choose it, or that has this name. */
  byDisplayName: (family: Family, called: string) => string;
  /** Elements of a kind that stand beside the styles: list styles, date styles; by their name. */
  named: (element: string, name: string) => XmlElement | undefined;
}>;

/** Styles that are made after one another, at most; more is a circle. */
const mostParents = 32;

/** The file's own order: what content.xml says of itself counts before what styles.xml says. */
const styleElements = ({ content, styles }: OpenDocumentParts): ReadonlyArray<XmlElement> =>
  [
    childAt(styles, 'office:styles'),
    childAt(styles, 'office:automatic-styles'),
    childAt(content, 'office:automatic-styles'),
  ].flatMap((one) => (one === undefined ? [] : [one]));

export const styleSheetOf = (parts: OpenDocumentParts): StyleSheet => {
  const byName = new Map<string, XmlElement>();
  const others = new Map<string, XmlElement>();
  const names = new Map<string, string>();
  for (const group of styleElements(parts)) {
    for (const style of childrenNamed(group, 'style:style')) {
      const { attributes } = style;
      const family = attributes['style:family'] ?? '';
      const name = attributes['style:name'] ?? '';
      byName.set(`${family} ${name}`, style);
      names.set(`${family} ${attributes['style:display-name'] ?? name}`, name);
    }
    for (const other of group.children) {
      if (typeof other === 'string' || other.name === 'style:style') continue;
      others.set(`${other.name} ${other.attributes['style:name'] ?? ''}`, other);
    }
  }
  const lookup = (family: Family, name: string): XmlElement | undefined =>
    byName.get(`${family} ${name}`);
  const search = (
    family: Family,
    name: string,
    group: string | undefined,
    attribute: string,
  ): string | undefined => {
    let style = lookup(family, name);
    for (let parents = 0; style !== undefined && parents < mostParents; parents += 1) {
      const said = (group === undefined ? style : childAt(style, group))?.attributes[attribute];
      if (said !== undefined) return said;
      style = lookup(family, style.attributes['style:parent-style-name'] ?? '');
    }
    return undefined;
  };
  const found = new Map<string, string | undefined>();
  return {
    lookup,
    property: (family, name, group, attribute) => {
      if (name === undefined) return undefined;
      const key = `${family} ${name} ${group ?? ''} ${attribute}`;
      if (!found.has(key)) found.set(key, search(family, name, group, attribute));
      return found.get(key);
    },
    isAfter: (family, name, other) => {
      let at = name;
      for (let parents = 0; at !== undefined && parents < mostParents; parents += 1) {
        if (at === other) return true;
        at = lookup(family, at)?.attributes['style:parent-style-name'];
      }
      return false;
    },
    byDisplayName: (family, called) =>
      lookup(family, called) === undefined ? (names.get(`${family} ${called}`) ?? called) : called,
    named: (element, name) => others.get(`${element} ${name}`),
  };
};
