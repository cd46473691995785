import * as E from 'fp-ts/lib/Either.js';
import { blocksOfPieces } from '../document/blocks-of-pieces.ts';
import { type Document, textOf } from '../document/document.ts';
import { keptHtml } from '../reading/html/kept-html.ts';
import { readFile } from '../reading/read-file.ts';
import type { ReadRefusal } from '../reading/read-refusal.ts';
import type { Source } from '../reading/reader.ts';
import { correctedPieces } from './corrected-pieces.ts';
import { correctedText, type Corrections } from './corrections.ts';

/** A document that was put right by hand, as it is read: what is imported is this, and not the file that was sent. */
export type CorrectedDocument = Readonly<{
  document: Document;
  /** The document's text as it was sent, in which corrections are counted, and as it is corrected. */
  source: string;
  text: string;
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

const correctedBytes = (original: Document, corrections: Corrections): Uint8Array =>
  original.format === 'text'
    ? new TextEncoder().encode(correctedText(textOf(original), corrections))
    : keptHtml({
        ...original,
        blocks: blocksOfPieces(correctedPieces(original.blocks, corrections)),
      });

/** What the file holds besides is told of the corrected document too; which block it stood at may not be so any more. */
const remarksOf = ({ remarks }: Document): Document['remarks'] =>
  remarks.map(({ block: _, ...remark }) => remark);

/**
 * Reads a file with corrections of its text. Without any it is the file itself, by its own name.
 * @returns why it is not read, where it is not
 */
export const readCorrected = async (
  file: Source,
  corrections: Corrections,
): Promise<E.Either<ReadRefusal, CorrectedDocument>> => {
  const read = await readFile(file);
  if (E.isLeft(read)) return read;
  const original = read.right;
  const source = textOf(original);
  if (corrections.length === 0)
    return E.right({ document: original, source, text: source, bytes: file.bytes });
  const bytes = correctedBytes(original, corrections);
  const name = correctedName(file.name, original.format === 'text');
  const again = await readFile({ name, bytes, progress: () => undefined });
  if (E.isLeft(again)) return again;
  const document = { ...again.right, remarks: remarksOf(original) };
  return E.right({ document, source, text: textOf(document), bytes });
};
