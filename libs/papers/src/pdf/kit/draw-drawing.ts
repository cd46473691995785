import type { Drawing, Shape } from '../../chart/drawing.ts';
import { drawableText } from '../font/drawable-text.ts';
import { paperFonts } from '../font/paper-fonts.ts';
import { bold, regular, type Sheet } from './sheet.ts';

type Place = Readonly<{ x: number; y: number }>;

type Painted = Readonly<{ fill?: string | undefined; stroke?: string | undefined }>;

const paint = ({ doc }: Sheet, { fill, stroke }: Painted): void => {
  if (fill !== undefined && stroke !== undefined) doc.fillAndStroke(fill, stroke);
  else if (fill !== undefined) doc.fill(fill);
  else if (stroke !== undefined) doc.stroke(stroke);
};

const dashed = ({ doc }: Sheet, dash: ReadonlyArray<number> | undefined): void => {
  const [length, ...rest] = dash ?? [];
  if (length === undefined) doc.undash();
  else doc.dash(length, { space: rest[0] ?? length });
};

const drawWords = (sheet: Sheet, shape: Extract<Shape, { _tag: 'Words' }>): void => {
  const { doc } = sheet;
  const { text, lost } = drawableText(paperFonts().drawable, shape.text);
  lost.forEach((one) => sheet.lost.add(one));
  doc
    .font(shape.bold === true ? bold : regular)
    .fontSize(shape.size)
    .fillColor(shape.ink);
  const wide = doc.widthOfString(text);
  const left =
    shape.anchor === 'middle'
      ? shape.x - wide / 2
      : shape.anchor === 'end'
        ? shape.x - wide
        : shape.x;
  doc.text(text, left, shape.y, { lineBreak: false, baseline: 'alphabetic' });
};

const drawShape = (sheet: Sheet, shape: Shape): void => {
  const { doc } = sheet;
  switch (shape._tag) {
    case 'Box':
      doc.lineWidth(shape.thickness ?? 1).undash();
      doc.rect(shape.x, shape.y, shape.width, shape.height);
      paint(sheet, shape);
      return;
    case 'Rule':
      doc.lineWidth(shape.thickness);
      dashed(sheet, shape.dash);
      doc.moveTo(shape.from.x, shape.from.y).lineTo(shape.to.x, shape.to.y).stroke(shape.stroke);
      return;
    case 'Path':
      doc.save().translate(shape.x, shape.y).scale(shape.scale);
      doc.lineWidth(shape.thickness ?? 1);
      dashed(sheet, shape.dash);
      doc.path(shape.path);
      paint(sheet, shape);
      doc.restore();
      return;
    case 'Words':
      drawWords(sheet, shape);
  }
};

/** Draws a drawing with its upper left corner at a place of the open page, inside whatever mark is open. */
export const drawDrawing = (sheet: Sheet, drawing: Drawing, at: Place): void => {
  const { doc } = sheet;
  doc.save().translate(at.x, at.y);
  drawing.shapes.forEach((shape) => drawShape(sheet, shape));
  doc.restore();
};
