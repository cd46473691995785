import { deep, type Look } from '../kit/look.ts';
import { asArtifact, childOf, marked } from '../kit/marking.ts';
import { bold, type Element, regular, type Sheet } from '../kit/sheet.ts';
import type { HousePicture } from './house.ts';
import type { HouseLine, Piece } from './house-line.ts';

/** Where something stands on the open page, points from its upper left corner. */
export type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

/** What drawn words, grounds and pictures are in the structure: each calls what it is given, or not. */
export type Marker = Readonly<{
  words: (draw: () => void) => void;
  /** Fills and lines. */
  ground: (draw: () => void) => void;
  picture: (picture: HousePicture, box: Box, draw: () => void) => void;
  /** Where links lead from: the element that they stand in; nothing leads anywhere without it. */
  element?: Element;
}>;

/** A picture as a figure of the structure, in its own words; as a decoration where it has none. */
export const figureUnder =
  (sheet: Sheet, parent: Element): Marker['picture'] =>
  ({ alt }, { x, y, width, height }, draw) => {
    if (alt === null) {
      asArtifact(sheet, 'Layout', draw);
      return;
    }
    const figure = childOf(sheet, parent, 'Figure', { alt, bbox: [x, y, x + width, y + height] });
    marked(figure, draw);
    figure.end();
  };

/** What belongs to an element of the structure. */
export const markerUnder = (sheet: Sheet, element: Element): Marker => ({
  words: (draw) => marked(element, draw),
  ground: (draw) => asArtifact(sheet, 'Layout', draw),
  picture: figureUnder(sheet, element),
  element,
});

/** Draws a picture into its box, without what is cut off its sides. */
export const drawPicture = (
  { doc }: Sheet,
  { source, cut }: HousePicture,
  { x, y, width, height }: Box,
): void => {
  const whole = {
    width: width / (1 - cut.left - cut.right),
    height: height / (1 - cut.top - cut.bottom),
  };
  doc.save().rect(x, y, width, height).clip();
  doc.image(source, x - cut.left * whole.width, y - cut.top * whole.height, whole);
  doc.restore();
};

const drawWords = ({ doc }: Sheet, look: Look, { run, width }: Piece, x: number, base: number) => {
  const size = look.size * (run.own?.scale ?? 1);
  const ink = run.link === undefined ? (run.own?.ink ?? look.ink) : deep;
  doc
    .font(run.bold === true ? bold : regular)
    .fontSize(size)
    .fillColor(ink)
    .text(run.text, x, base, { lineBreak: false, baseline: 'alphabetic' });
  if (run.link === undefined && run.own?.underlined !== true) return;
  const under = base + size * 0.12;
  doc
    .moveTo(x, under)
    .lineTo(x + width, under)
    .lineWidth(size / 16)
    .undash()
    .stroke(ink);
};

const drawLink = (
  sheet: Sheet,
  element: Element,
  { link, box }: Readonly<{ link: string; box: Box }>,
  draw: () => void,
): void => {
  const child = childOf(sheet, element, 'Link');
  marked(child, draw);
  const facts: PDFKit.Mixins.AnnotationOption = {};
  // pdfkit takes a plain string here for a name of PDF's own.
  const told = { structParent: child, Contents: new String(`Link to ${link}`) };
  sheet.doc.link(box.x, box.y, box.width, box.height, link, Object.assign(facts, told));
  child.end();
};

/** Draws a line with its upper left corner at a place of the open page. */
export const drawHouseLine = (
  sheet: Sheet,
  marker: Marker,
  look: Look,
  { line, x, y }: Readonly<{ line: HouseLine; x: number; y: number }>,
): void => {
  const base = y + line.base;
  for (const piece of line.pieces) {
    const { picture, run, width } = piece;
    const left = x + piece.x;
    const words = () => drawWords(sheet, look, piece, left, base);
    if (picture !== undefined) {
      const box = { x: left, y: base - picture.height, width, height: picture.height };
      marker.picture(picture, box, () => drawPicture(sheet, picture, box));
    } else if (run.text === '') continue;
    else if (run.link !== undefined && marker.element !== undefined) {
      const box = { x: left, y, width, height: line.height };
      drawLink(sheet, marker.element, { link: run.link, box }, words);
    } else marker.words(words);
  }
};
