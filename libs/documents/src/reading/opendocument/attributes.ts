import type { XmlElement } from '../xml/xml-element.ts';

/** A whole number from 0 on; `undefined` where an attribute says none. Beyond nine digits there is none. */
export const wholeIn = ({ attributes }: XmlElement, name: string): number | undefined => {
  const words = attributes[name];
  return words !== undefined && /^\d{1,9}$/u.test(words) ? Number(words) : undefined;
};

/** How often something stands, or how many it spans: 1 where nothing is said. */
export const countIn = (element: XmlElement, name: string): number =>
  Math.max(1, wholeIn(element, name) ?? 1);
