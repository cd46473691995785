const channelsOf = (colour: string): ReadonlyArray<number> =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** How well a colour is told from another: 1 to 21 (WCAG 2.2, contrast ratio). */
export const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** So much nearer to black or white: from 0 to 1. */
const towards = (colour: string, end: number, part: number): string =>
  `#${channelsOf(colour)
    .map((value) =>
      Math.round(value + (end - value) * part)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** The contrast that words need, as large as they are (WCAG 2.2, 1.4.3). */
const needed = ({ size, bold }: Readonly<{ size: number; bold: boolean }>): number =>
  size >= 18 || (bold && size >= 14) ? 3 : 4.5;

const steps = Array.from({ length: 21 }, (_, step) => step / 20);

/** A colour of words that can be read on its ground: as it is, or as much darker or lighter as it takes. */
export const readable = (
  ink: string,
  ground: string,
  words: Readonly<{ size: number; bold: boolean }>,
): string => {
  const least = needed(words);
  const end = contrast('#000000', ground) >= contrast('#ffffff', ground) ? 0 : 255;
  return (
    steps.map((part) => towards(ink, end, part)).find((one) => contrast(one, ground) >= least) ??
    towards(ink, end, 1)
  );
};
