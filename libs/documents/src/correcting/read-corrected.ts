import * as E from 'fp-ts/lib/Either.js';
import { blocksOfPieces } from '../document/blocks-of-pieces.ts';
import { type Document, textOf } from '../document/document.ts';
import { keptHtml } from '../reading/html/kept-html.ts';
import { readFile } from '../reading/read-file.ts';
import type { ReadRefusal } from '../reading/read-refusal.ts';
import type { Source } from '../reading/reader.ts';
import { correctedPieces, strayCorrections } from './corrected-pieces.ts';
import { correctedText, type Corrections } from './corrections.ts';
import { type TextRange, wordsRangesOf } from './words-range.ts';

/** A document that was put right by hand, as it is read: what is imported is this, and not the file that was sent. */
export type CorrectedDocument = Readonly<{
  document: Document;
  /** The document's text as it was sent, in which corrections are counted, and as it is corrected. */
  source: string;
  text: string;
  /** Where in `text` the words of each block of the document stand: there its next correction is made. */
  ranges: ReadonlyArray<TextRange>;
  /** The bytes that the document's hash is of: the file's own, or what is kept of the corrected document. */
  bytes: Uint8Array;
}>;

/**
 * "plan.txt" as "plan (corrected).txt". Another format is kept as a web page: its blocks with their colours, as they
 * were read, in a form that anybody can open and that is read again as the same blocks.
 */
export const correctedName = (name: string, isText = true): string => {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  return `${stem} (corrected)${isText ? ending : '.html'}`;
};

/** What the file holds besides is told of the corrected document too; which block it stood at may not be so any more. */
const remarksOf = ({ remarks }: Document): Document['remarks'] =>
  remarks.map(({ block: _, ...remark }) => remark);

type Read = E.Either<ReadRefusal, CorrectedDocument>;

const reread = (name: string, bytes: Uint8Array): ReturnType<typeof readFile> =>
  readFile({ name, bytes, progress: () => undefined });

/** A text file with corrections is another text file. */
const correctedTextFile = async (original: Document, corrections: Corrections): Promise<Read> => {
  const source = textOf(original);
  const bytes = new TextEncoder().encode(correctedText(source, corrections));
  const again = await reread(correctedName(original.name), bytes);
  if (E.isLeft(again)) return again;
  const document = { ...again.right, remarks: remarksOf(original) };
  return E.right({
    document,
    source,
    text: textOf(document),
    ranges: wordsRangesOf(document),
    bytes,
  });
};

/**
 * Any other file with corrections is read again from the page that is kept of it. Corrections go on being counted in
 * the text of the file that was sent: that of the page has its lines elsewhere, where a paragraph was left out or
 * became two.
 */
const correctedPage = async (original: Document, corrections: Corrections): Promise<Read> => {
  const { name, blocks } = original;
  const source = textOf(original);
  const [stray] = strayCorrections(blocks, corrections);
  if (stray !== undefined)
    return E.left({ _tag: 'StrayCorrection', name, start: stray.start, text: stray.text });
  const corrected = correctedPieces(blocks, corrections);
  const kept = blocksOfPieces(corrected.map(({ piece }) => piece));
  const bytes = keptHtml({ ...original, blocks: kept });
  const again = await reread(correctedName(name, false), bytes);
  if (E.isLeft(again)) return again;
  if (again.right.blocks.length !== kept.length)
    throw new Error(`${kept.length} blocks were kept, and ${again.right.blocks.length} read again`);
  return E.right({
    document: { ...again.right, remarks: remarksOf(original) },
    source,
    text: correctedText(source, corrections),
    ranges: corrected.map(({ range }) => range),
    bytes,
  });
};

/**
 * Reads a file with corrections of its text. Without any it is the file itself, by its own name.
 * @returns why it is not read, where it is not; also where a correction is of no block's words
 */
export const readCorrected = async (file: Source, corrections: Corrections): Promise<Read> => {
  const read = await readFile(file);
  if (E.isLeft(read)) return read;
  const original = read.right;
  if (corrections.length > 0)
    return original.format === 'text'
      ? correctedTextFile(original, corrections)
      : correctedPage(original, corrections);
  const source = textOf(original);
  return E.right({
    document: original,
    source,
    text: source,
    ranges: wordsRangesOf(original),
    bytes: file.bytes,
  });
};
