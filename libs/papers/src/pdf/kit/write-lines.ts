import { deep, type Look } from './look.ts';
import { childOf, marked } from './marking.ts';
import { bold, type Element, regular, type Sheet } from './sheet.ts';
import type { Line, Run } from './wrap-lines.ts';

const draw = (sheet: Sheet, look: Look, run: Run, x: number, y: number): void => {
  sheet.doc
    .font(run.bold === true || look.bold ? bold : regular)
    .fontSize(look.size)
    .fillColor(run.link === undefined ? look.ink : deep)
    .text(run.text, x, y, {
      lineBreak: false,
      ...(run.link === undefined ? {} : { underline: true }),
    });
};

/** A link belongs to the structure with its place on the page: both are told while that page is open. */
const drawLink = (
  sheet: Sheet,
  element: Element,
  look: Look,
  run: Run & Readonly<{ link: string }>,
  place: Readonly<{ x: number; y: number; width: number }>,
): void => {
  const link = childOf(sheet, element, 'Link');
  marked(link, () => draw(sheet, look, run, place.x, place.y));
  const facts: PDFKit.Mixins.AnnotationOption = {};
  // pdfkit takes a plain string here for a name of PDF's own.
  const told = { structParent: link, Contents: new String(`Link to ${run.link}`) };
  sheet.doc.link(place.x, place.y, place.width, look.leading, run.link, Object.assign(facts, told));
  link.end();
};

const isLink = (run: Run): run is Run & Readonly<{ link: string }> => run.link !== undefined;

/** Where one line of a look begins: the letters stand in the middle of its height. */
const letterTop = (look: Look, top: number): number => top + (look.leading - look.size * 1.257) / 2;

/** A line and where it begins on the open page: its left, and the top of its height. */
export type PlacedLine = Readonly<{ line: Line; x: number; y: number }>;

/** Lines below each other from a place on the open page. */
export const below = (
  look: Look,
  lines: ReadonlyArray<Line>,
  at: Readonly<{ x: number; y: number }>,
): ReadonlyArray<PlacedLine> =>
  lines.map((line, index) => ({ line, x: at.x, y: at.y + index * look.leading }));

/**
 * Draws lines on the open page, as part of an element. Their break into lines is as it was found; nothing here opens a
 * page.
 */
export const writeLines = (
  sheet: Sheet,
  element: Element,
  look: Look,
  lines: ReadonlyArray<PlacedLine>,
): void => {
  const measure = sheet.measure(look);
  let plain: Array<() => void> = [];
  const flush = (): void => {
    const waiting = plain;
    plain = [];
    if (waiting.length > 0) marked(element, () => waiting.forEach((one) => one()));
  };
  for (const placed of lines) {
    const y = letterTop(look, placed.y);
    let x = placed.x;
    for (const run of placed.line) {
      const [place, width] = [x, measure(run.text, run.bold === true)];
      x += width;
      if (run.text === '') continue;
      if (isLink(run)) {
        flush();
        drawLink(sheet, element, look, run, { x: place, y, width });
      } else plain.push(() => draw(sheet, look, run, place, y));
    }
  }
  flush();
};

/** As {@link writeLines}, inside a mark that is open: an artifact, or a label. */
export const drawLines = (sheet: Sheet, look: Look, lines: ReadonlyArray<PlacedLine>): void => {
  const measure = sheet.measure(look);
  for (const placed of lines) {
    let x = placed.x;
    for (const run of placed.line) {
      draw(sheet, look, run, x, letterTop(look, placed.y));
      x += measure(run.text, run.bold === true);
    }
  }
};
