import { getResolvedPDFJS } from 'unpdf';
import type { Aside, Flow } from '../flow/flow.ts';
import { piecesOfFlow } from '../flow/pieces-of-flow.ts';
import type { Reader } from '../reader.ts';
import { refuse } from '../refused-file.ts';
import { besidesThePages } from './besides-the-pages.ts';
import { flowOfParts } from './flow-of-parts.ts';
import { joinedParts } from './joined-parts.ts';
import { damagedPdf, openPdf, type PdfFile } from './open-pdf.ts';
import { withoutFurniture } from './page-furniture.ts';
import type { Vocabulary } from './paragraphs.ts';
import { partsOfPage } from './parts-of-page.ts';
import { type PageRead, readPage } from './read-page.ts';

const vocabularyOf = (pages: ReadonlyArray<PageRead>): Vocabulary => {
  const lines = pages.flatMap(({ words }) => words.map(({ text }) => text.toLowerCase()));
  return {
    all: new Set(lines.flatMap((line) => line.match(/\p{L}+/gu) ?? [])),
    amid: new Set(lines.flatMap((line) => (line.match(/\p{L}[\p{L}’']*/gu) ?? []).slice(1))),
  };
};

const readPages = async (
  name: string,
  pdf: PdfFile,
  progress: (done: number, of: number) => void,
): Promise<ReadonlyArray<PageRead>> => {
  const { OPS } = await getResolvedPDFJS();
  const pages: Array<PageRead> = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const damaged = damagedPdf(name, `page ${number}`);
    const page = await pdf.getPage(number).catch(damaged);
    pages.push(await readPage(page, number, OPS).catch(damaged));
    progress(number, pdf.numPages);
  }
  return pages;
};

const scanned = {
  looksLike: 'a PDF without words, such as a scan',
  instead: 'Send the document that it was made from, or a PDF in which words can be selected.',
} as const;

const asideAt =
  (place: string) =>
  (aside: Aside): Flow => ({ flow: 'aside', aside, place });

/**
 * Reads a PDF by the position of its words: lines, columns, tables by the lines that are drawn around their cells or
 * by how words stand under one another, and colours by what is painted behind them. Nothing in it is run.
 */
export const readPdf: Reader = async ({ name, bytes, progress }) => {
  const pdf = await openPdf(name, bytes);
  try {
    const read = await readPages(name, pdf, progress);
    if (read.every(({ words }) => words.length === 0))
      return refuse({ _tag: 'UnreadKind', name, ...scanned });
    const { asides, properties } = await besidesThePages(pdf).catch(damagedPdf(name, 'the file'));
    const bare = withoutFurniture(read);
    const vocabulary = vocabularyOf(bare.pages);
    const joined = joinedParts(bare.pages.map((page) => partsOfPage(page, vocabulary)));
    const flow = [
      ...flowOfParts(joined.parts),
      ...[...asides, ...bare.asides, ...joined.asides].map(asideAt('')),
      ...read.flatMap((page) => page.asides.map(asideAt(`page ${page.number}`))),
    ];
    return {
      ...piecesOfFlow(name, flow),
      ...(Object.keys(properties).length === 0 ? {} : { properties }),
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
};
