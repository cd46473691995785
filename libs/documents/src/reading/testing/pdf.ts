import { Buffer } from 'node:buffer';

/** What a PDF for specs has besides what its pages show. */
export type PdfBesides = Readonly<{
  /** Of the first page, each a dictionary's inside. */
  annotations?: ReadonlyArray<string>;
  catalog?: string;
  info?: string;
  /** Beside /Root in the trailer. */
  trailer?: string;
  page?: string;
}>;

/** Words at a place, in points from the left and the foot of the page. */
export const wordsAt = (x: number, y: number, words: string, size = 10): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${words.replace(/[()\\]/gu, (sign) => `\\${sign}`)}) Tj ET\n`;

/** A painted rectangle; its colour as three numbers up to 1. */
export const painted = (
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
): string => `q ${colour} rg ${x} ${y} ${width} ${height} re f Q\n`;

export const lineFrom = (x: number, y: number, toX: number, toY: number): string =>
  `${x} ${y} m ${toX} ${toY} l S\n`;

/** The lines around the cells of a table: where its columns and rows begin and end. */
export const ruled = (xs: ReadonlyArray<number>, ys: ReadonlyArray<number>): string => {
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  return [
    ...xs.map((x) => lineFrom(x, low, x, high)),
    ...ys.map((y) => lineFrom(left, y, right, y)),
  ].join('');
};

/**
 * A PDF for specs, of pages of 600 by 800 points in Helvetica.
 * @param pages what each paints and writes
 */
export const pdfOf = (pages: ReadonlyArray<string>, besides: PdfBesides = {}): Uint8Array => {
  const { annotations = [], catalog = '', info = '', trailer = '', page = '' } = besides;
  const firstPage = 5;
  const pageNumber = (at: number): number => firstPage + at * 2;
  const annotated = firstPage + pages.length * 2;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${pageNumber(at)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
    ...pages.flatMap((content, at) => {
      const annots =
        at === 0 ? annotations.map((_, one) => `${annotated + one} 0 R`).join(' ') : '';
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageNumber(at) + 1} 0 R /Annots [${annots}] ${page} >>`,
        `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
      ];
    }),
    ...annotations.map((one) => `<< /Type /Annot ${one} >>`),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file + end, 'latin1'));
};
