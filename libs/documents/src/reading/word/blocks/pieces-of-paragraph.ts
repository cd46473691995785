import type { Piece } from '../../../document/blocks-of-pieces.ts';
import { splitListMarker } from '../../text/list-marker.ts';
import type { Tone } from '../colours/tone.ts';
import { fillOf, groundOfAll } from './fill-of.ts';
import type { Line, ParagraphRead } from './read-paragraph.ts';
import type { PieceOfLine } from './tell-paragraph.ts';
import type { Where } from './book.ts';

const hasFigure = /[\p{L}\p{N}]/u;

/** A number is seen also where no words stand after it; a lone bullet says nothing. */
const isSeen = ({ text }: Line, marker: string | undefined, isFirst: boolean): boolean =>
  text !== '' || (isFirst && marker !== undefined && hasFigure.test(marker));

const kindOf = (
  where: Where,
  level: number | undefined,
  marker: string | undefined,
  isNote: boolean,
): Piece['kind'] => {
  if (where.cell !== undefined) return 'cell';
  if (level !== undefined) return 'heading';
  return marker === undefined || isNote ? 'paragraph' : 'list item';
};

/** The line on which the paragraph's number stands: the first that has words, else the first. */
const firstLineOf = (lines: ReadonlyArray<Line>): number =>
  Math.max(
    0,
    lines.findIndex(({ text }) => text !== ''),
  );

/** Whether a paragraph becomes at least one piece. */
export const hasPieces = ({ lines, marker }: ParagraphRead): boolean =>
  lines.some((line, at) => isSeen(line, marker, at === 0));

/**
 * A paragraph's pieces, one a line that says something. A list marker that was typed is one as well as one that the
 * document counts.
 * @param ink the colour of all its words, or of all its cell's
 */
export const piecesOfParagraph = (
  { lines, level, marker: number, shading, isContents }: ParagraphRead,
  where: Where,
  place: string,
  ink: Tone,
): PieceOfLine => {
  const first = firstLineOf(lines);
  const aside = isContents ? 'contents' : where.mark === undefined ? undefined : 'footnote';
  return lines.map((line, at) => {
    const own = at === first ? number : undefined;
    if (!isSeen(line, own, at === first)) return undefined;
    const mark = where.mark?.();
    const typed = own === undefined ? splitListMarker(line.text) : { marker: own, text: line.text };
    const marker = mark ?? typed.marker;
    const text = mark === undefined ? typed.text : line.text;
    const fill = fillOf(where.fill, groundOfAll(line.spans), shading, ink);
    const kind = kindOf(where, level, marker, mark !== undefined);
    return {
      kind,
      text,
      ...(marker === undefined ? {} : { marker }),
      ...(where.cell === undefined ? {} : { table: where.cell }),
      place,
      ...(fill === undefined ? {} : { fill }),
      ...(aside === undefined ? {} : { aside }),
      ...(kind === 'heading' && level !== undefined ? { level } : {}),
    };
  });
};
