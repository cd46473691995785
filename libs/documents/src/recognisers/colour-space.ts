/** A colour as people see it: lightness from 0 (black) to 1 (white), how strong it is, and its hue in degrees. */
export type SeenColour = Readonly<{ lightness: number; chroma: number; hue: number }>;

type Triple = readonly [number, number, number];

/** The three channels of "#FFC000", each from 0 to 1; `undefined` where it is no such colour. */
export const channelsOf = (hex: string): Triple | undefined => {
  const digits = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex);
  const [red, green, blue] = (digits ?? []).slice(1).map((two) => Number.parseInt(two, 16) / 255);
  return red === undefined || green === undefined || blue === undefined
    ? undefined
    : [red, green, blue];
};

/** IEC 61966-2-1: a channel of sRGB as light. */
const asLight = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

/** OKLab (B. Ottosson, 2020): distances in it are about those that people see. */
const labOf = ([red, green, blue]: Triple): Triple => {
  const [r, g, b] = [asLight(red), asLight(green), asLight(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};

/** A colour's lightness, chroma and hue (OKLCH); `undefined` where it is no colour. */
export const seenColourOf = (hex: string): SeenColour | undefined => {
  const channels = channelsOf(hex);
  if (channels === undefined) return undefined;
  const [lightness, a, b] = labOf(channels);
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  return { lightness, chroma: Math.hypot(a, b), hue: degrees < 0 ? degrees + 360 : degrees };
};

/** How far two colours are apart to the eye: black and white are 1 apart, and 0.02 is hardly seen. */
export const colourDistance = (one: string, other: string): number => {
  const [a, b] = [channelsOf(one), channelsOf(other)];
  if (a === undefined || b === undefined) return Number.POSITIVE_INFINITY;
  const [first, second] = [labOf(a), labOf(b)];
  return Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
};
