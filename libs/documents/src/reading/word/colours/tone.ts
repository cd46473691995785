/** A colour that a file gives: six hexadecimal digits in capitals after "#", or that there is none. */
export type Tone = 'none' | `#${string}`;

/** "ff0" is no colour of the standard; "FFC000" and "ffc000" are one. */
export const hexOf = (text: string | undefined): `#${string}` | undefined =>
  text !== undefined && /^[0-9a-f]{6}$/iu.test(text) ? `#${text.toUpperCase()}` : undefined;

export type Rgb = readonly [red: number, green: number, blue: number];

export const rgbOf = (hex: string): Rgb => {
  const number = Number.parseInt(hex.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
};

/** Parts of a colour from 0 to 255, of any precision. */
export const hexOfRgb = (parts: Rgb): `#${string}` =>
  `#${parts
    .map((part) =>
      Math.round(Math.min(255, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase()}`;

/** What stands on a white page and is white is not seen as a colour. */
export const seenAs = (hex: `#${string}`): Tone => (hex === '#FFFFFF' ? 'none' : hex);
