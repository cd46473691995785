import type { Tone } from './tone.ts';

/** ST_HighlightColor (ECMA-376 part 1, 17.18.40). White is what the page is. */
const highlights: ReadonlyMap<string, Tone> = new Map([
  ['black', '#000000'],
  ['blue', '#0000FF'],
  ['cyan', '#00FFFF'],
  ['green', '#00FF00'],
  ['magenta', '#FF00FF'],
  ['red', '#FF0000'],
  ['yellow', '#FFFF00'],
  ['white', 'none'],
  ['darkBlue', '#000080'],
  ['darkCyan', '#008080'],
  ['darkGreen', '#008000'],
  ['darkMagenta', '#800080'],
  ['darkRed', '#800000'],
  ['darkYellow', '#808000'],
  ['darkGray', '#808080'],
  ['lightGray', '#C0C0C0'],
  ['none', 'none'],
]);

/** The colour of a highlighter by its name; `undefined` where the name is none. */
export const highlightOf = (name: string | undefined): Tone | undefined =>
  highlights.get(name ?? '');
