import { elementsOf, type XmlElement } from '../../xml/xml-element.ts';
import { highlightOf } from '../colours/highlight.ts';
import { inkOf, shadingOf } from '../colours/shading.ts';
import type { Theme } from '../colours/theme.ts';
import type { Tone } from '../colours/tone.ts';
import { isOn, valueOf } from '../values.ts';

/** What is read of how words look; what is not said is taken from the style around them. */
export type Look = Readonly<{
  ink?: Tone | undefined;
  highlight?: Tone | undefined;
  shading?: Tone | undefined;
  isHidden?: boolean | undefined;
  /** Whether a line goes through them, or two. */
  isStruck?: boolean | undefined;
  font?: string | undefined;
}>;

export const plainLook: Look = {};

const fontOf = ({ attributes }: XmlElement): string | undefined =>
  attributes['w:ascii'] ?? attributes['w:hAnsi'];

/** How words look by their properties (`w:rPr`) alone. */
export const lookOf = (properties: XmlElement | undefined, theme: Theme): Look => {
  if (properties === undefined || properties.children.length === 0) return plainLook;
  const look: { -readonly [K in keyof Look]: Look[K] } = {};
  for (const child of elementsOf(properties)) {
    if (child.name === 'w:color') look.ink = inkOf(child, theme);
    else if (child.name === 'w:highlight') look.highlight = highlightOf(valueOf(child));
    else if (child.name === 'w:shd') look.shading = shadingOf(child, theme);
    else if (child.name === 'w:vanish') look.isHidden = isOn(child);
    else if (child.name === 'w:strike' || child.name === 'w:dstrike')
      look.isStruck = isOn(child) === true || look.isStruck === true;
    else if (child.name === 'w:rFonts') look.font = fontOf(child);
  }
  return look;
};

/** A look within another: what it does not say, the outer one says. */
export const within = (outer: Look, inner: Look): Look =>
  inner === plainLook
    ? outer
    : {
        ink: inner.ink ?? outer.ink,
        highlight: inner.highlight ?? outer.highlight,
        shading: inner.shading ?? outer.shading,
        isHidden: inner.isHidden ?? outer.isHidden,
        isStruck: inner.isStruck ?? outer.isStruck,
        font: inner.font ?? outer.font,
      };

/** What words stand on: the highlighter's colour, or their own shading. */
export const groundOf = ({ highlight, shading }: Look): Tone =>
  highlight !== undefined && highlight !== 'none' ? highlight : (shading ?? 'none');
