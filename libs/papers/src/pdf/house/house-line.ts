import type { Run } from '../kit/wrap-lines.ts';
import type { HousePicture, ParagraphSetting } from './house.ts';

/** A run, or a picture, and how far from the left of the paragraph's room it stands. */
export type Piece = Readonly<{ x: number; width: number; run: Run; picture?: HousePicture }>;

/** A line with its place: `base` is where its letters stand, below its top. */
export type HouseLine = Readonly<{ height: number; base: number; pieces: ReadonlyArray<Piece> }>;

/** Of the letters' size: how far they go up from the line that they stand on, and how high a line is. */
const [ascent, natural] = [0.93, 1.22];

const heightOf = (letters: number, { lines }: ParagraphSetting): number => {
  switch (lines._tag) {
    case 'Part':
      return letters * natural * lines.part;
    case 'AtLeast':
      return Math.max(letters * natural, lines.points);
    case 'Exactly':
      return lines.points;
  }
};

/**
 * A line of pieces, as high as its letters and its pictures ask for.
 * @param base of the letters whose look the pieces' own sizes are parts of, points
 */
export const lineOf = (
  base: number,
  paragraph: ParagraphSetting,
  pieces: ReadonlyArray<Piece>,
): HouseLine => {
  const letters = pieces.flatMap(({ run, picture }) =>
    picture === undefined ? [base * (run.own?.scale ?? 1)] : [],
  );
  const size = letters.length === 0 ? 0 : Math.max(...letters);
  const height = heightOf(size, paragraph);
  const tallest = Math.max(0, ...pieces.map(({ picture }) => picture?.height ?? 0));
  // Letters stand in the middle of what is over; a picture stands on their line.
  const letterLine = (height - size * natural) / 2 + size * ascent;
  const more = Math.max(0, tallest - letterLine);
  return { height: height + more, base: letterLine + more, pieces };
};

/** A line without anything on it. */
export const emptyLine = (paragraph: ParagraphSetting): HouseLine => ({
  height: heightOf(paragraph.run.size, paragraph),
  base: 0,
  pieces: [],
});
