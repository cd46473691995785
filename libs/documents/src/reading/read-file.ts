import * as E from 'fp-ts/lib/Either.js';
import { blocksOfPieces, type Piece } from '../document/blocks-of-pieces.ts';
import type { Document } from '../document/document.ts';
import type { Format } from '../document/format.ts';
import { formatOf } from './format-of.ts';
import { limits } from './limits.ts';
import type { ReadRefusal } from './read-refusal.ts';
import type { Source } from './reader.ts';
import { readers } from './readers.ts';
import { refuse, RefusedFile } from './refused-file.ts';
import { sha256Of } from './sha256-of.ts';
import { readText } from './text/read-text.ts';

/** The largest file of a kind, in bytes. */
export const mostBytesOf = (format: Format): number => {
  switch (format) {
    case 'text':
    case 'markdown':
      return limits.text_bytes;
    case 'html':
      return limits.page_bytes;
    case 'csv':
      return limits.values_bytes;
    case 'docx':
    case 'xlsx':
    case 'odt':
    case 'ods':
    case 'doc':
    case 'pdf':
      return limits.file_bytes;
  }
};

/** Checks what every reader gives: at least one word, and no more than can be gone through. */
const checked = (name: string, pieces: ReadonlyArray<Piece>): ReadonlyArray<Piece> => {
  if (pieces.length > limits.blocks)
    return refuse({ _tag: 'TooManyBlocks', name, blocks: pieces.length, limit: limits.blocks });
  if (pieces.every(({ text, fill }) => text.trim() === '' && fill === undefined))
    return refuse({ _tag: 'EmptyFile', name });
  const long = pieces.find(({ text }) => text.length > limits.words);
  return long === undefined
    ? pieces
    : refuse({
        _tag: 'OverLimit',
        name,
        part: long.place ?? 'one paragraph',
        what: 'characters',
        seen: long.text.length,
        limit: limits.words,
      });
};

const readBy = async (source: Source): Promise<Document> => {
  const { name, bytes } = source;
  // Of no bytes nothing can be said but that: its name may promise any kind.
  if (bytes.length === 0) return refuse({ _tag: 'EmptyFile', name });
  const format = await formatOf(source);
  const limit = mostBytesOf(format);
  if (bytes.length > limit)
    return refuse({ _tag: 'FileTooLarge', name, bytes: bytes.length, limit });
  if (format === 'text') {
    const read = readText(name, bytes);
    return E.isLeft(read) ? refuse(read.left) : read.right;
  }
  const reader = await readers[format]?.();
  if (reader === undefined) throw new Error(`there is no reader for ${format}`);
  const { pieces, ...besides } = await reader(source);
  return {
    name,
    sha256: sha256Of(bytes),
    format,
    blocks: blocksOfPieces(checked(name, pieces)),
    ...besides,
  };
};

/**
 * Reads a file of any kind that is known, in this thread: see `read-safely.ts` for reading what strangers send.
 * @returns its blocks in reading order and what it holds besides, or why it is not read
 */
export const readFile = async (source: Source): Promise<E.Either<ReadRefusal, Document>> => {
  try {
    return E.right(await readBy(source));
  } catch (thrown) {
    if (thrown instanceof RefusedFile) return E.left(thrown.refusal);
    throw thrown;
  }
};
