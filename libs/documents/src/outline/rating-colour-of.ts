import type { Block } from '../document/block.ts';
import type { Colour } from '../document/colour.ts';
import { type ColourSays, nothingByColour } from './colour-sense.ts';
import type { Survey } from './survey.ts';

/**
 * What the colour of a rating's place says. Coloured words rate where they are marks (a dot, a square) or red, amber or
 * green; blue words are links.
 */
export const ratingColourOf = (
  survey: Survey,
  fill: Colour | undefined,
  kind: Block['kind'],
  text: string,
): ColourSays => {
  const said = survey.saysColour(fill, kind);
  const areWords = fill?.by === 'words' && /[\p{L}\p{N}]/u.test(text);
  const mayRate = said._tag === 'Rated' && said.rating !== 'Complete';
  return areWords && !mayRate ? nothingByColour : said;
};
