import type { Colour } from '../../../document/colour.ts';
import type { Tone } from '../colours/tone.ts';
import type { Span } from '../inline/collected.ts';
import { groundOf } from '../styles/look.ts';

const isBlank = ({ words }: Span): boolean => words.trim() === '';

/** Dots, boxes, ticks, arrows. */
const signs = /^[\s\p{So}\u2190-\u21FF•]+$/u;

/** The one tone of all; none where they differ. */
const agreed = (tones: ReadonlyArray<Tone>): Tone => {
  const [first = 'none'] = tones;
  return tones.every((tone) => tone === first) ? first : 'none';
};

/**
 * The colour that words are written in, where all of them are; or that of a sign before words that have none: a red
 * dot, then "Delayed".
 */
export const inkOfAll = (spans: ReadonlyArray<Span>): Tone => {
  const seen = spans.filter((span) => !isBlank(span));
  const inkOfSpan = ({ look }: Span): Tone => look.ink ?? 'none';
  const all = agreed(seen.map(inkOfSpan));
  if (all !== 'none') return all;
  const isPlain = seen.every((span) => signs.test(span.words) || inkOfSpan(span) === 'none');
  return isPlain ? agreed(seen.filter(({ words }) => signs.test(words)).map(inkOfSpan)) : 'none';
};

/** What all words stand on; where there are no words, what the spaces do: a coloured bar. */
export const groundOfAll = (spans: ReadonlyArray<Span>): Tone => {
  const seen = spans.filter((span) => !isBlank(span));
  return agreed((seen.length > 0 ? seen : spans).map(({ look }) => groundOf(look)));
};

const asFill = (tone: Tone | undefined, by: Colour['by']): Colour | undefined =>
  tone === undefined || tone === 'none' ? undefined : { hex: tone, by };

/** The colour of a piece: of the cell, else of what its words stand on, else of the words. */
export const fillOf = (
  cell: Tone | undefined,
  ground: Tone,
  paragraph: Tone,
  ink: Tone,
): Colour | undefined =>
  asFill(cell, 'cell') ??
  asFill(ground, 'highlight') ??
  asFill(paragraph, 'highlight') ??
  asFill(ink, 'words');
