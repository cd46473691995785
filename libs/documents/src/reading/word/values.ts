import { childAt, type XmlElement } from '../xml/xml-element.ts';

/** What an element says in its `w:val`; `undefined` where the element or the attribute is missing. */
export const valueOf = (element: XmlElement | undefined): string | undefined =>
  element?.attributes['w:val'];

/** The `w:val` of a child, at the end of a path of names. */
export const valueAt = (
  element: XmlElement | undefined,
  ...path: ReadonlyArray<string>
): string | undefined => valueOf(childAt(element, ...path));

const off: ReadonlySet<string> = new Set(['0', 'false', 'off']);

/** ST_OnOff: an element that stands there is on, unless it says that it is not; `undefined` where there is none. */
export const isOn = (element: XmlElement | undefined): boolean | undefined =>
  element === undefined ? undefined : !off.has(valueOf(element) ?? 'true');

/** A whole number, brought between `least` and `most`; `undefined` where the text is none. */
export const wholeNumber = (
  text: string | undefined,
  least: number,
  most: number,
): number | undefined =>
  text !== undefined && /^\s*[+-]?\d+\s*$/.test(text)
    ? Math.min(most, Math.max(least, Number(text)))
    : undefined;
