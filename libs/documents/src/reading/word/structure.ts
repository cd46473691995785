import { childAt, elementsOf, type XmlElement } from '../xml/xml-element.ts';

/**
 * What of an `mc:AlternateContent` is read: what newer programs show, else what older ones do; never both, since they
 * say the same.
 */
export const chosenOf = (alternate: XmlElement): ReadonlyArray<XmlElement> => {
  const chosen = childAt(alternate, 'mc:Choice') ?? childAt(alternate, 'mc:Fallback');
  return chosen === undefined ? [] : elementsOf(chosen);
};

/** Wrappers that only hold what stands in them: content controls, tags, and changes that were not yet accepted. */
const wrappers: ReadonlySet<string> = new Set([
  'w:customXml',
  'w:smartTag',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
]);

/** The paragraphs, tables, rows or cells inside an element, with those that stand in wrappers, in their order. */
export const contentOf = (element: XmlElement): ReadonlyArray<XmlElement> =>
  elementsOf(element).flatMap((child) => {
    if (wrappers.has(child.name)) return contentOf(child);
    if (child.name === 'w:sdt') {
      const content = childAt(child, 'w:sdtContent');
      return content === undefined ? [] : contentOf(content);
    }
    return child.name === 'mc:AlternateContent'
      ? contentOf({ ...child, children: chosenOf(child) })
      : [child];
  });

/** All elements of a name inside an element, in their order; what stands inside one that was found is not looked at. */
export const outermost = (element: XmlElement, name: string): ReadonlyArray<XmlElement> => {
  const found: Array<XmlElement> = [];
  const walk = (inside: XmlElement): void => {
    for (const child of inside.name === 'mc:AlternateContent'
      ? chosenOf(inside)
      : elementsOf(inside)) {
      if (child.name === name) found.push(child);
      else walk(child);
    }
  };
  walk(element);
  return found;
};

/** The first element of a name inside an element, however deep. */
export const firstInside = (element: XmlElement, name: string): XmlElement | undefined =>
  outermost(element, name)[0];
