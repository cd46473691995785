import type { Block } from '../document/block.ts';
import type { Colour } from '../document/colour.ts';
import type { Rating } from '../proposal/rating.ts';
import { colourNamesOf } from '../recognisers/colour-names.ts';
import { colourDistance } from '../recognisers/colour-space.ts';
import type { LegendEntry } from '../recognisers/legend-entry.ts';
import { readRatingColour } from '../recognisers/rating-colour.ts';

/** What a document's own key says of colours. */
export type Legend = Readonly<{
  shown: ReadonlyArray<Readonly<{ hex: string; entry: LegendEntry }>>;
  named: ReadonlyMap<string, LegendEntry>;
  /** The blocks that the key is, by index. */
  blocks: ReadonlySet<number>;
}>;

/** What a colour says where a rating would stand. */
export type ColourSays =
  | Readonly<{ _tag: 'Rated'; rating: Rating; asWritten: string }>
  | Readonly<{ _tag: 'Unclear'; asWritten: string; message: string }>
  | Readonly<{ _tag: 'Nothing' }>;

/** What no colour says. */
export const nothingByColour: ColourSays = { _tag: 'Nothing' };

/** Printed twice, or lighter by a hair, it is the same colour of a key. */
const near = 0.05;

/** A colour that is not clearly one of these is not called by its name either. */
const ofRatings = new Set(['red', 'orange', 'amber', 'yellow', 'gold', 'green', 'blue', 'navy']);

const inKey = ({ shown, named }: Legend, hex: string): LegendEntry | undefined => {
  const [closest] = shown
    .map(({ hex: other, entry }) => ({ entry, distance: colourDistance(hex, other) }))
    .filter(({ distance }) => distance <= near)
    .sort((a, b) => a.distance - b.distance);
  if (closest !== undefined) return closest.entry;
  const isClear = readRatingColour(hex) !== 'unclear';
  const name = colourNamesOf(hex).find((one) => named.has(one) && (isClear || !ofRatings.has(one)));
  return name === undefined ? undefined : named.get(name);
};

/** "the cell's colour #FFC000", "its highlight #FFFF00": the colour as a reader of the document sees it. */
export const colourInWords = ({ hex, by }: Colour, kind: Block['kind']): string => {
  switch (by) {
    case 'cell':
      return kind === 'cell' ? `the cell's colour ${hex}` : `its colour ${hex}`;
    case 'highlight':
      return `its highlight ${hex}`;
    case 'words':
      return `the colour of its words ${hex}`;
    case 'rule':
      return `the sheet's colour rule ${hex}`;
  }
};

const ofScale: ReadonlySet<string> = new Set<Rating>(['Red', 'Amber', 'Green']);

/**
 * What a key makes of a colour that is clearly red, amber or green itself. A meaning such as "At risk" is no proof that
 * its red is amber: the colour counts. A key that calls amber "Red" leaves a doubt.
 */
const againstColour = (entry: LegendEntry, reading: string): 'agrees' | 'guessed' | 'doubtful' => {
  const { rating, words } = entry;
  if (rating === undefined || !ofScale.has(rating) || !ofScale.has(reading)) return 'agrees';
  if (rating === reading) return 'agrees';
  return /^(?:red|amber|yellow|green)$/i.test(words) ? 'doubtful' : 'guessed';
};

const accepted = 'not rated; write the rating in words';

const byKey = (entry: LegendEntry, words: string): ColourSays => {
  const { rating } = entry;
  if (rating === 'none') return nothingByColour;
  return rating === undefined
    ? {
        _tag: 'Unclear',
        asWritten: words,
        message: `In the document's key ${words} means "${entry.words}", which is no rating that is known: ${accepted}.`,
      }
    : {
        _tag: 'Rated',
        rating,
        asWritten: `${rating.toLowerCase()} by ${words} ("${entry.words}" in the document's key)`,
      };
};

/**
 * What a block's colour says where a rating would stand: by the document's key first, then as people use it.
 * Nothing where it has no colour.
 */
export const readColour =
  (legend: Legend) =>
  (colour: Colour | undefined, kind: Block['kind']): ColourSays => {
    if (colour === undefined) return nothingByColour;
    const words = colourInWords(colour, kind);
    const reading = readRatingColour(colour.hex);
    const entry = inKey(legend, colour.hex);
    if (entry !== undefined && (entry.rating ?? reading) !== reading) {
      switch (againstColour(entry, reading)) {
        case 'agrees':
          return byKey(entry, words);
        case 'doubtful':
          return {
            _tag: 'Unclear',
            asWritten: words,
            message: `In the document's key ${words}, a clear ${reading.toLowerCase()}, means "${entry.words}": ${accepted}.`,
          };
        case 'guessed':
          break;
      }
    }
    if (entry !== undefined && entry.rating === undefined && reading === 'unclear') {
      return byKey(entry, words);
    }
    if (reading === 'none') return nothingByColour;
    return reading === 'unclear'
      ? {
          _tag: 'Unclear',
          asWritten: words,
          message: `${words.slice(0, 1).toUpperCase()}${words.slice(1)} is neither clearly red, amber nor green: ${accepted}.`,
        }
      : { _tag: 'Rated', rating: reading, asWritten: `${reading.toLowerCase()} by ${words}` };
  };
