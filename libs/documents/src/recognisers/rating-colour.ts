import type { Rating } from '../proposal/rating.ts';
import { channelsOf, type SeenColour, seenColourOf } from './colour-space.ts';

/** What a colour says by itself: a rating; nothing, as white and black do; or nothing that is clear. */
export type ColourReading =
  Extract<Rating, 'Red' | 'Amber' | 'Green' | 'Complete'> | 'none' | 'unclear';

/**
 * Paper and ink: Excel's and Word's greys of the first rows of a palette are hardly seen as colours. Darker greys
 * may mean something, and nobody knows what.
 */
const isNone = ({ lightness, chroma }: SeenColour): boolean =>
  chroma < 0.02 && (lightness >= 0.94 || lightness <= 0.3);

/** From pale red (Excel's #FFC7CE) and scarlet to dark red; pink and orange-red are between two colours. */
const isRed = ({ lightness, chroma, hue }: SeenColour): boolean =>
  hue >= (lightness >= 0.8 ? 9 : 14) && hue <= 33.5 && chroma >= 0.05 && lightness >= 0.42;

/** A brown is an orange that is not bright; a pale yellow needs more colour than a pale orange to be seen as one. */
const isAmber = ({ chroma, hue }: SeenColour, brightness: number): boolean =>
  hue >= 42 && hue <= 112 && brightness >= 0.88 && chroma >= (hue < 75 ? 0.06 : 0.08);

/** From grass to sea green; the brightest of yellow-greens are yellow to the eye for longer. */
const isGreen = ({ lightness, chroma, hue }: SeenColour): boolean =>
  hue >= (lightness >= 0.87 && chroma >= 0.2 ? 138 : 130.2) &&
  hue <= 166 &&
  chroma >= 0.05 &&
  lightness >= 0.36;

/** Blue is for what is complete. The slate blues of headers and the pale ones of bands are no rating's. */
const isBlue = ({ lightness, chroma, hue }: SeenColour): boolean =>
  hue >= 229 && hue <= 269 && chroma >= (lightness < 0.5 ? 0.1 : 0.06);

/**
 * The rating that a colour means where nothing else is said: "#FFC000" is amber. Tolerant of shades, never of doubt:
 * greys, browns, very pale colours, and hues between two ratings' are unclear.
 * @param hex six hexadecimal digits after a #
 */
export const readRatingColour = (hex: string): ColourReading => {
  const [seen, channels] = [seenColourOf(hex), channelsOf(hex)];
  if (seen === undefined || channels === undefined || isNone(seen)) return 'none';
  if (isRed(seen)) return 'Red';
  if (isAmber(seen, Math.max(...channels))) return 'Amber';
  if (isGreen(seen)) return 'Green';
  return isBlue(seen) ? 'Complete' : 'unclear';
};
