import { childrenNamed, type XmlElement } from '../../xml/xml-element.ts';

/** The comments or notes of a part, by their ids. Lines that part notes from the page are none. */
export const byId = (
  root: XmlElement | undefined,
  element: string,
): ReadonlyMap<string, XmlElement> =>
  new Map(
    (root === undefined ? [] : childrenNamed(root, element))
      .filter(({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal')
      .map((one) => [one.attributes['w:id'] ?? '', one]),
  );
