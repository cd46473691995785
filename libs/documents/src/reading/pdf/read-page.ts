import type { Aside } from '../flow/flow.ts';
import { annotationAsides } from './annotation-asides.ts';
import { numbersOf } from './decoding.ts';
import { matrixOf } from './matrix.ts';
import type { PdfPage } from './open-pdf.ts';
import { nothingPainted, type Operations, type Painted, paintedOnPage } from './painted-on-page.ts';
import { inked } from './inked.ts';
import { type Word, wordsOnPage } from './words-on-page.ts';

/** What a page of a PDF holds, before it is known what any of it is. */
export type PageRead = Readonly<{
  number: number;
  height: number;
  words: ReadonlyArray<Word>;
  painted: Painted;
  asides: ReadonlyArray<Aside>;
}>;

const noWords =
  'The page holds no words: what is on it is a picture, such as a scan, or nothing. It is not read.';

/** Reads what a page writes and paints, and what is noted on it. */
export const readPage = async (
  page: PdfPage,
  number: number,
  operations: Operations,
): Promise<PageRead> => {
  const viewport = page.getViewport({ scale: 1 });
  const matrix = matrixOf(numbersOf(viewport.transform));
  const { items } = await page.getTextContent();
  const { words: plain, sideways } = wordsOnPage(items, matrix);
  // What notes look like is no part of the page.
  const painted: Painted =
    plain.length === 0
      ? nothingPainted
      : paintedOnPage(await page.getOperatorList({ annotationMode: 0 }), operations, matrix);
  const words = inked(plain, painted.inks);
  const asides = annotationAsides(await page.getAnnotations(), words, matrix);
  page.cleanup();
  return {
    number,
    height: viewport.height,
    words,
    painted,
    asides: [
      ...(words.length === 0 ? [{ kind: 'not read' as const, words: noWords }] : []),
      ...(sideways.length === 0
        ? []
        : [
            {
              kind: 'not read' as const,
              words: `Words that stand sideways are not read: “${sideways.join(' ').slice(0, 300)}”`,
            },
          ]),
      ...asides,
    ],
  };
};
