import { channelsOf, seenColourOf } from './colour-space.ts';

type Hues = readonly [from: number, to: number, names: ReadonlyArray<string>];

/** The names that people give to hues; those that overlap stand under both, the likelier one first. */
const byHue: ReadonlyArray<Hues> = [
  [0, 9, ['pink', 'red']],
  [9, 38, ['red', 'pink']],
  [38, 72, ['orange', 'amber']],
  [72, 100, ['amber', 'yellow', 'gold', 'orange']],
  [100, 116, ['yellow', 'gold', 'amber']],
  [116, 170, ['green']],
  [170, 215, ['turquoise', 'teal', 'aqua', 'cyan', 'green', 'blue']],
  [215, 285, ['blue', 'navy']],
  [285, 325, ['purple', 'violet', 'lilac']],
  [325, 345, ['pink', 'magenta', 'purple']],
  [345, 361, ['pink', 'magenta', 'red']],
];

const withoutHue = (lightness: number): ReadonlyArray<string> => {
  if (lightness >= 0.94) return ['white'];
  return lightness <= 0.3 ? ['black'] : ['grey'];
};

/** What people may call a colour, the likeliest name first; nothing where it is no colour. */
export const colourNamesOf = (hex: string): ReadonlyArray<string> => {
  const [seen, channels] = [seenColourOf(hex), channelsOf(hex)];
  if (seen === undefined || channels === undefined) return [];
  const { lightness, chroma, hue } = seen;
  if (chroma < 0.03) return withoutHue(lightness);
  const names = byHue.find(([from, to]) => hue >= from && hue < to)?.[2] ?? [];
  // A brown is a dark orange.
  return hue >= 38 && hue < 100 && Math.max(...channels) < 0.88 ? ['brown', ...names] : names;
};

/** Every name, as a key of colours may use it. */
export const colourWords: ReadonlyArray<string> = [
  ...new Set([...byHue.flatMap(([, , names]) => names), 'brown', 'white', 'black', 'grey', 'gray']),
];
