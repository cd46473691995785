import type { XmlElement } from '../../xml/xml-element.ts';
import { tintedOf } from './lightness.ts';
import type { Theme } from './theme.ts';
import { hexOf, hexOfRgb, rgbOf, seenAs, type Tone } from './tone.ts';

type Attributes = XmlElement['attributes'];

/** What makes a tint or a shade of a theme's colour, of a ground and of what stands on it. */
const changes = {
  themeFill: { tint: 'w:themeFillTint', shade: 'w:themeFillShade' },
  themeColor: { tint: 'w:themeTint', shade: 'w:themeShade' },
} as const;

/** Word rounds what it works out of a theme, and writes it beside: so far apart two colours are one, in each part. */
const rounding = 6;

const isSame = (a: string, b: string): boolean => {
  const other = rgbOf(b);
  return rgbOf(a).every((part, at) => Math.abs(part - (other[at] ?? 0)) <= rounding);
};

/** A colour that is said directly, by the theme, or by both: where they differ the theme's counts (17.3.5). */
const saidColour = (
  attributes: Attributes,
  theme: Theme,
  direct: string,
  themed: keyof typeof changes,
): `#${string}` | undefined => {
  const own = hexOf(attributes[`w:${direct}`]);
  const base = theme.get(attributes[`w:${themed}`] ?? '');
  if (base === undefined) return own;
  const { tint, shade } = changes[themed];
  const made = tintedOf(base, attributes[tint], attributes[shade]);
  return own !== undefined && isSame(own, made) ? own : made;
};

/** How much of a pattern is its own colour, from 0 to 1 (ST_Shd): "pct15" is 15 in 100. Stripes are thin or thick. */
const densityOf = (pattern: string): number => {
  if (pattern === 'solid') return 1;
  const percent = /^pct(\d{1,2})$/.exec(pattern)?.[1];
  if (percent !== undefined) return Number(percent) / 100;
  if (pattern.startsWith('thin')) return 0.25;
  return /Stripe|Cross$/.test(pattern) ? 0.5 : 0;
};

/**
 * What a `w:shd` makes of a cell, a paragraph or words, as one colour: a pattern is blended.
 * @returns `undefined` where it says nothing
 */
export const shadingOf = (shd: XmlElement | undefined, theme: Theme): Tone | undefined => {
  if (shd === undefined) return undefined;
  const { attributes } = shd;
  const pattern = attributes['w:val'] ?? 'clear';
  if (pattern === 'nil') return 'none';
  const fill = saidColour(attributes, theme, 'fill', 'themeFill') ?? '#FFFFFF';
  const density = densityOf(pattern);
  if (density === 0) return seenAs(fill);
  const own = rgbOf(saidColour(attributes, theme, 'color', 'themeColor') ?? '#000000');
  const ground = rgbOf(fill);
  const blend = (part: 0 | 1 | 2): number => own[part] * density + ground[part] * (1 - density);
  return seenAs(hexOfRgb([blend(0), blend(1), blend(2)]));
};

/** The colour of words by their `w:color`; black and what the program chooses are none. */
export const inkOf = (color: XmlElement | undefined, theme: Theme): Tone | undefined => {
  if (color === undefined) return undefined;
  const hex = saidColour(color.attributes, theme, 'val', 'themeColor');
  return hex === undefined || hex === '#000000' ? 'none' : seenAs(hex);
};
