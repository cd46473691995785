import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Document } from '../../document/document.ts';
import { blocksOf } from './blocks-of.ts';
import { limits } from '../limits.ts';
import { sha256Of } from '../sha256-of.ts';
import { decodeText } from './decode-text.ts';
import type { ReadRefusal } from '../read-refusal.ts';

/** The largest file of text that is read, in bytes. */
export const maxTextBytes = limits.text_bytes;

/** The most paragraphs and cells that are read: a plan has a few hundred. */
export const maxBlocks = limits.blocks;

/**
 * Reads the text rendering of a document.
 * @param name the file's name, for messages and for the record
 * @param bytes the file, whole
 * @returns its blocks in reading order, or why it is not read
 */
export const readText = (name: string, bytes: Uint8Array): E.Either<ReadRefusal, Document> => {
  if (bytes.length > maxTextBytes) {
    return E.left({ _tag: 'FileTooLarge', name, bytes: bytes.length, limit: maxTextBytes });
  }
  return pipe(
    bytes.length === 0 ? E.left({ _tag: 'EmptyFile', name } as const) : decodeText(name, bytes),
    E.filterOrElse(
      (source) => source.trim() !== '',
      (): ReadRefusal => ({ _tag: 'EmptyFile', name }),
    ),
    E.map(blocksOf),
    E.filterOrElse(
      (blocks) => blocks.length <= maxBlocks,
      (blocks): ReadRefusal => ({
        _tag: 'TooManyBlocks',
        name,
        blocks: blocks.length,
        limit: maxBlocks,
      }),
    ),
    E.map((blocks) => ({ name, sha256: sha256Of(bytes), format: 'text', blocks, remarks: [] })),
  );
};
