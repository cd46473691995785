import { hexOfRgb, type Rgb, rgbOf } from './tone.ts';

/** Hue, saturation and lightness, each from 0 to 1. */
type Hsl = readonly [hue: number, saturation: number, lightness: number];

const hslOf = (rgb: Rgb): Hsl => {
  const [red, green, blue] = [rgb[0] / 255, rgb[1] / 255, rgb[2] / 255];
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  const lightness = most - range / 2;
  if (range === 0) return [0, 0, lightness];
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  const sixths =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return [sixths / 6, saturation, lightness];
};

const rgbOfHsl = ([hue, saturation, lightness]: Hsl): Rgb => {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (offset: number): number => {
    const at = (offset + hue * 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  };
  return [part(0), part(8), part(4)];
};

const withLightness = (hex: string, change: (lightness: number) => number): `#${string}` => {
  const [hue, saturation, lightness] = hslOf(rgbOf(hex));
  return hexOfRgb(rgbOfHsl([hue, saturation, change(lightness)]));
};

const fraction = (digits: string | undefined): number | undefined =>
  digits !== undefined && /^[0-9a-f]{1,2}$/iu.test(digits)
    ? Number.parseInt(digits, 16) / 255
    : undefined;

/**
 * A theme's colour as a tint or a shade of it (ECMA-376 part 1, 17.3.2.6, themeTint and themeShade): two hexadecimal
 * digits each, that keep so much of its lightness; the rest of a tint is white, that of a shade black.
 */
export const tintedOf = (
  hex: `#${string}`,
  tint: string | undefined,
  shade: string | undefined,
): `#${string}` => {
  const lighter = fraction(tint);
  const darker = fraction(shade);
  if (lighter !== undefined)
    return withLightness(hex, (lightness) => lightness * lighter + (1 - lighter));
  return darker === undefined ? hex : withLightness(hex, (lightness) => lightness * darker);
};
