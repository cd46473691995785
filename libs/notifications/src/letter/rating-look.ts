/** How a rating's tag looks; its word is always on it. The same colours as on the pages. */
export type RatingLook = Readonly<{ word: string; fill: string; ink: string; edge: string }>;

type Colours = Omit<RatingLook, 'word'>;

const black = '#0b0c0c';
const white = '#ffffff';

/** Each with a contrast of at least 4.5 to 1. */
const colours: ReadonlyMap<string, Colours> = new Map([
  ['red', { fill: '#ca3535', ink: white, edge: '#ca3535' }],
  ['red/amber', { fill: '#f47738', ink: black, edge: '#f47738' }],
  ['amber/red', { fill: '#f47738', ink: black, edge: '#f47738' }],
  ['amber', { fill: '#ffb52e', ink: black, edge: '#ffb52e' }],
  ['yellow', { fill: '#ffb52e', ink: black, edge: '#ffb52e' }],
  ['amber/green', { fill: '#cfe05b', ink: black, edge: '#cfe05b' }],
  ['green/amber', { fill: '#cfe05b', ink: black, edge: '#cfe05b' }],
  ['green', { fill: '#0f7a52', ink: white, edge: '#0f7a52' }],
  ['complete', { fill: '#16548a', ink: white, edge: '#16548a' }],
  ['completed', { fill: '#16548a', ink: white, edge: '#16548a' }],
  ['not started', { fill: white, ink: black, edge: black }],
  ['not rated', { fill: '#f3f3f3', ink: '#383f43', edge: '#cecece' }],
]);

const other: Colours = { fill: '#cdd6dc', ink: black, edge: '#cdd6dc' };

/** `null` is "Not rated"; a word of a plan's own scale stands in its own words. */
export const ratingLook = (rating: string | null): RatingLook => {
  const word = rating ?? 'Not rated';
  return { word, ...(colours.get(word.toLowerCase()) ?? other) };
};
