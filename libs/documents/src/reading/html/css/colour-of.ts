import { namedColours } from './named-colours.ts';

type Channels = readonly [red: number, green: number, blue: number, alpha: number];

/** Nothing seen: no colour is laid over what is beneath. */
const transparent = 'transparent';

const hexOf = ([red, green, blue, alpha]: Channels): string => {
  if (alpha <= 0) return transparent;
  const onWhite = (channel: number): string => {
    const mixed = channel * Math.min(alpha, 1) + 255 * (1 - Math.min(alpha, 1));
    return Math.round(Math.min(255, Math.max(0, mixed)))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${onWhite(red)}${onWhite(green)}${onWhite(blue)}`.toUpperCase();
};

/** "#fc0", "#fc08", "#ffc000", "#ffc000ff". */
const ofDigits = (digits: string): string | undefined => {
  const long = digits.length <= 4 ? digits.replace(/./gu, '$&$&') : digits;
  if (long.length !== 6 && long.length !== 8) return undefined;
  const at = (start: number): number => Number.parseInt(long.slice(start, start + 2), 16);
  return hexOf([at(0), at(2), at(4), long.length === 8 ? at(6) / 255 : 1]);
};

/** A number or a percentage, of which 100% is `whole`. */
const amount = (words: string | undefined, whole: number): number | undefined => {
  const found = /^([+-]?(?:\d{1,9}\.?\d{0,9}|\.\d{1,9}))(%|deg)?$/u.exec(words ?? '');
  if (found === null) return undefined;
  return found[2] === '%' ? (Number(found[1]) / 100) * whole : Number(found[1]);
};

/** CSS Color Module Level 4, 7.1: hue in degrees, saturation and lightness from 0 to 1. */
const ofHue = (hue: number, saturation: number, lightness: number): ReadonlyArray<number> =>
  [0, 8, 4].map((step) => {
    const turn = (((step + hue / 30) % 12) + 12) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)));
  });

const clamped = (value: number): number => Math.min(1, Math.max(0, value));

const ofFunction = (name: string, inside: string): string | undefined => {
  const parts = inside.split(/[\s,/]+/u).filter((part) => part !== '');
  const alpha = parts[3] === undefined ? 1 : amount(parts[3], 1);
  const isHue = name.startsWith('hsl');
  const [first, second, third] = [
    amount(parts[0], isHue ? 360 : 255),
    amount(parts[1], isHue ? 1 : 255),
    amount(parts[2], isHue ? 1 : 255),
  ];
  if (first === undefined || second === undefined || third === undefined || alpha === undefined)
    return undefined;
  const [red = 0, green = 0, blue = 0] = isHue
    ? ofHue(first, clamped(second), clamped(third))
    : [first, second, third];
  return hexOf([red, green, blue, alpha]);
};

/**
 * One colour as CSS or an old attribute writes it.
 * @returns "#FFC000", "transparent", or `undefined` where it is none that is known (also "inherit", "windowtext")
 */
export const colourOf = (written: string): string | undefined => {
  const words = written.trim().toLowerCase();
  if (words.length > 100) return undefined;
  if (words === transparent) return transparent;
  const called = namedColours.get(words);
  if (called !== undefined) return called;
  const digits = /^#([0-9a-f]{3,8})$/u.exec(words)?.[1];
  if (digits !== undefined) return ofDigits(digits);
  const [, name, inside] = /^(rgba?|hsla?)\(([^()]*)\)$/u.exec(words) ?? [];
  return name === undefined || inside === undefined ? undefined : ofFunction(name, inside);
};

/** What a shorthand such as "background: url(x.png) no-repeat #ffc000" holds: its parts, functions whole. */
const shorthandParts = /[a-z-]{1,20}\([^()]{0,200}\)|[^\s()]{1,100}/giu;

/** The colour of a background, also from the shorthand; where it names none, nothing is laid ("none"). */
export const backgroundOf = (written: string): string | undefined => {
  const whole = colourOf(written);
  if (whole !== undefined) return whole;
  const words = written.trim().slice(0, 1000);
  if (words.toLowerCase() === 'none') return transparent;
  return Array.from(words.matchAll(shorthandParts), ([part]) => colourOf(part)).find(
    (colour) => colour !== undefined,
  );
};

/** A colour of an old attribute (bgcolor, font color): digits also without their "#". */
export const attributeColourOf = (written: string): string | undefined =>
  colourOf(written) ??
  (/^\s*[0-9a-f]{6}\s*$/iu.test(written) ? colourOf(`#${written.trim()}`) : undefined);
