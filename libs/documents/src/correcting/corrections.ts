import type { TextRange } from './words-range.ts';

/** Words of a text that were put right by hand: where they stand in it, and what stands there instead. */
export type Correction = TextRange & Readonly<{ text: string }>;

/** A correction with where its words stand in the corrected text. */
export type PlacedCorrection = Correction & Readonly<{ now: TextRange }>;

/** Corrections of one text, in its order; no two of them overlap. */
export type Corrections = ReadonlyArray<Correction>;

/** Where each correction's words stand in the corrected text. */
export const placedCorrections = (corrections: Corrections): ReadonlyArray<PlacedCorrection> => {
  const placed: Array<PlacedCorrection> = [];
  let shift = 0;
  for (const correction of corrections) {
    const start = correction.start + shift;
    placed.push({ ...correction, now: { start, end: start + correction.text.length } });
    shift += correction.text.length - (correction.end - correction.start);
  }
  return placed;
};

/** A text with its corrections. */
export const correctedText = (source: string, corrections: Corrections): string => {
  const parts: Array<string> = [];
  let at = 0;
  for (const { start, end, text } of corrections) {
    parts.push(source.slice(at, start), text);
    at = end;
  }
  return [...parts, source.slice(at)].join('');
};

const touches = (a: TextRange, b: TextRange): boolean => a.start <= b.end && b.start <= a.end;

/** The corrections that a stretch of the corrected text has words of, or borders on. */
export const correctionsIn = (
  corrections: Corrections,
  range: TextRange,
): ReadonlyArray<PlacedCorrection> =>
  placedCorrections(corrections).filter(({ now }) => touches(now, range));

/** The place in the source of a place in the corrected text that is in no correction. */
const sourceOf = (corrections: Corrections, at: number): number =>
  placedCorrections(corrections)
    .filter(({ now }) => now.end <= at)
    .reduce((place, { start, end, text }) => place - text.length + (end - start), at);

/**
 * The corrections with one more.
 * @param range a stretch of the text as it is corrected so far; earlier corrections that it touches become one with it
 * @param text what is to stand there; what stood in the source is no correction, and gives way
 */
export const withCorrection = (
  source: string,
  corrections: Corrections,
  range: TextRange,
  text: string,
): Corrections => {
  const touched = correctionsIn(corrections, range);
  const [first, last] = [touched[0], touched.at(-1)];
  const hull = {
    start: Math.min(range.start, first?.now.start ?? range.start),
    end: Math.max(range.end, last?.now.end ?? range.end),
  };
  const current = correctedText(source, corrections);
  const start =
    first !== undefined && first.now.start === hull.start
      ? first.start
      : sourceOf(corrections, hull.start);
  const end =
    last !== undefined && last.now.end === hull.end ? last.end : sourceOf(corrections, hull.end);
  const merged = `${current.slice(hull.start, range.start)}${text}${current.slice(range.end, hull.end)}`;
  const others = corrections.filter((one) => !touched.some((other) => other.start === one.start));
  return (
    merged === source.slice(start, end) ? others : [...others, { start, end, text: merged }]
  ).toSorted((a, b) => a.start - b.start);
};

/** The corrections without the one that begins there in the source: its words stand as they stood. */
export const withoutCorrection = (corrections: Corrections, start: number): Corrections =>
  corrections.filter((one) => one.start !== start);
