import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Document } from '../document/document.ts';
import { decodeText } from '../reading/text/decode-text.ts';
import type { ReadRefusal } from '../reading/read-refusal.ts';
import { readText } from '../reading/text/read-text.ts';
import { correctedText, type Corrections } from './corrections.ts';

/** A text that was put right by hand, as it is read: what is imported is this, and not the file that was sent. */
export type CorrectedDocument = Readonly<{
  document: Document;
  /** The text with its corrections, and the bytes of it that the document's hash is of. */
  text: string;
  bytes: Uint8Array;
}>;

/** "plan.txt" as "plan (corrected).txt". */
export const correctedName = (name: string): string => {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? `${name} (corrected)` : `${name.slice(0, dot)} (corrected)${name.slice(dot)}`;
};

/**
 * Reads a file with corrections of its text. Without any it is the file itself, by its own name.
 * @returns why it is not read, where it is not
 */
export const readCorrected = (
  name: string,
  bytes: Uint8Array,
  corrections: Corrections,
): E.Either<ReadRefusal, CorrectedDocument> =>
  pipe(
    readText(name, bytes),
    E.bindTo('original'),
    E.bind('source', () => decodeText(name, bytes)),
    E.chain(({ original, source }) => {
      if (corrections.length === 0) return E.right({ document: original, text: source, bytes });
      const text = correctedText(source, corrections);
      const corrected = new TextEncoder().encode(text);
      return pipe(
        readText(correctedName(name), corrected),
        E.map((document) => ({ document, text, bytes: corrected })),
      );
    }),
  );
