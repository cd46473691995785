/** An element of an XML part, with its namespace told by the prefix that its standard writes: "w:p". */
export type XmlElement = Readonly<{
  /** "w:p", whatever prefix the part itself uses; without one where the namespace is of no standard that is read. */
  name: string;
  /** By name, prefixed in the same way: "w:val", "r:id"; an attribute without a prefix is just "val". */
  attributes: Readonly<Record<string, string>>;
  children: ReadonlyArray<XmlElement | string>;
}>;

export const elementsOf = ({ children }: XmlElement): ReadonlyArray<XmlElement> =>
  children.filter((child) => typeof child !== 'string');

/** The children of one name. */
export const childrenNamed = (element: XmlElement, name: string): ReadonlyArray<XmlElement> =>
  elementsOf(element).filter((child) => child.name === name);

/** The first child of a name, at the end of a path of names. */
export const childAt = (
  element: XmlElement | undefined,
  ...path: ReadonlyArray<string>
): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>(
    (found, name) =>
      found === undefined ? undefined : elementsOf(found).find((child) => child.name === name),
    element,
  );

/** All text inside, in its order. */
export const textIn = (element: XmlElement): string => {
  const parts: Array<string> = [];
  const walk = ({ children }: XmlElement): void => {
    for (const child of children) {
      if (typeof child === 'string') parts.push(child);
      else walk(child);
    }
  };
  walk(element);
  return parts.join('');
};
