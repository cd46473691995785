import { childrenNamed, type XmlElement } from '@trackrecord/documents';

/** A length that makes sense on a page: what is beyond it is taken for damaged, and not at all. */
const longest = 10_000;

const units: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4 };

/** A length as Word writes it – twentieths of a point, or a number with its unit – in points. */
export const lengthOf = (text: string | undefined): number | undefined => {
  const [, digits = '', unit = ''] = /^(-?\d+(?:\.\d+)?)(pt|in|cm|mm)?$/u.exec(text ?? '') ?? [];
  if (digits === '') return undefined;
  const points = Number(digits) * (unit === '' ? 1 / 20 : (units[unit] ?? 1));
  return Math.abs(points) <= longest ? points : undefined;
};

/** A whole number; `undefined` where there is none. */
export const numberOf = (text: string | undefined): number | undefined =>
  /^-?\d{1,9}$/u.test(text ?? '') ? Number(text) : undefined;

/** A length of a drawing (914,400 to the inch) in points. */
export const drawnLength = (text: string | undefined): number | undefined => {
  const units_ = numberOf(text);
  return units_ === undefined || Math.abs(units_) > longest * 12_700 ? undefined : units_ / 12_700;
};

/** A colour as "#rrggbb"; none where it is left to Word. */
export const colourOf = (text: string | undefined): string | undefined =>
  /^[0-9a-f]{6}$/iu.test(text ?? '') ? `#${(text ?? '').toLowerCase()}` : undefined;

/** Properties in their order: a later one goes before an earlier one. */
export type Properties = ReadonlyArray<XmlElement | undefined>;

const allNamed = (properties: Properties, name: string): ReadonlyArray<XmlElement> =>
  properties.flatMap((one) => (one === undefined ? [] : childrenNamed(one, name)));

/** The property of a name that counts. */
export const lookup = (properties: Properties, name: string): XmlElement | undefined =>
  allNamed(properties, name).at(-1);

/** An attribute of a property that counts: those of one property may come from several places. */
export const attribute = (
  properties: Properties,
  name: string,
  ...attributes: ReadonlyArray<string>
): string | undefined =>
  allNamed(properties, name)
    .flatMap((one) => attributes.flatMap((each) => one.attributes[each] ?? []))
    .at(-1);

/** Whether a property is there, and not there to say no. */
export const isOn = (properties: Properties, name: string): boolean => {
  const found = lookup(properties, name);
  return found !== undefined && !/^(?:0|false|off|none)$/u.test(found.attributes['w:val'] ?? '');
};

const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

/** Children of a name, also within content controls and what was put in with changes tracked. */
export const wrappedChildren = (element: XmlElement, name: string): ReadonlyArray<XmlElement> =>
  element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === name) return [child];
    return wrappers.has(child.name) ? wrappedChildren(child, name) : [];
  });

/** Those of a name that stand in no other of it, in their order. */
export const outermost = (element: XmlElement, name: string): ReadonlyArray<XmlElement> =>
  element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child] : outermost(child, name);
  });

/** All of a name, at any depth, in their order. */
export const within = (element: XmlElement, name: string): ReadonlyArray<XmlElement> =>
  element.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(child.name === name ? [child] : []), ...within(child, name)],
  );
