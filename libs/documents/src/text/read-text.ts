import { createHash } from 'node:crypto';
import { Sha256 } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Document } from '../document/document.ts';
import { blocksOf } from './blocks-of.ts';
import { decodeText } from './decode-text.ts';
import type { ReadRefusal } from './read-refusal.ts';

/**
 * The largest file that is read, in bytes. A plan is some 50 KB of text, and what an import makes of more than
 * about 1 MiB of words would not fit into the one append that it is.
 */
export const maxTextBytes = 2 * 1024 * 1024;

/** The most paragraphs and cells that are read: a plan has a few hundred. */
export const maxBlocks = 500_000;

const sha256Of = (bytes: Uint8Array): Sha256 => {
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (!Sha256.is(digest)) throw new Error('SHA-256 is 64 hexadecimal digits');
  return digest;
};

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
    E.map((blocks) => ({ name, sha256: sha256Of(bytes), blocks })),
  );
};
