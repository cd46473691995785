type Hsl = Readonly<{ hue: number; saturation: number; lightness: number }>;

const partsOf = (hex: string): readonly [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16) / 255,
  Number.parseInt(hex.slice(3, 5), 16) / 255,
  Number.parseInt(hex.slice(5, 7), 16) / 255,
];

const hslOf = (hex: string): Hsl => {
  const [red, green, blue] = partsOf(hex);
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const span = most - least;
  if (span === 0) return { hue: 0, saturation: 0, lightness };
  const saturation = span / (1 - Math.abs(2 * lightness - 1));
  const sixth =
    most === red
      ? (green - blue) / span
      : most === green
        ? (blue - red) / span + 2
        : (red - green) / span + 4;
  return { hue: (sixth + 6) % 6, saturation, lightness };
};

const byteOf = (part: number): string =>
  Math.round(Math.min(1, Math.max(0, part)) * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase();

const hexOf = ({ hue, saturation, lightness }: Hsl): string => {
  const strength = saturation * Math.min(lightness, 1 - lightness);
  const part = (from: number): number => {
    const at = (from + hue * 2) % 12;
    return lightness - strength * Math.max(-1, Math.min(at - 3, 9 - at, 1));
  };
  return `#${byteOf(part(0))}${byteOf(part(8))}${byteOf(part(4))}`;
};

/**
 * A colour made lighter or darker as Excel does it: by its lightness alone (ECMA-376 part 1, 18.8.19).
 * @param hex "#4F81BD"
 * @param tint from -1, black, to 1, white; 0 leaves it as it is
 */
export const tinted = (hex: string, tint: number): string => {
  if (!(Math.abs(tint) <= 1) || tint === 0) return hex;
  const colour = hslOf(hex);
  const lightness = tint < 0 ? colour.lightness * (1 + tint) : colour.lightness * (1 - tint) + tint;
  return hexOf({ ...colour, lightness });
};

/** @param share of `over`, from 0 to 1; the rest is `under` */
export const blended = (over: string, under: string, share: number): string => {
  const below = partsOf(under);
  return `#${partsOf(over)
    .map((part, at) => byteOf(part * share + (below[at] ?? 0) * (1 - share)))
    .join('')}`;
};
