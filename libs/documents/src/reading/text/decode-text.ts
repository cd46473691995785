import { isUtf8 } from 'node:buffer';
import * as E from 'fp-ts/lib/Either.js';
import { firstInvalidUtf8 } from './first-invalid-utf8.ts';
import type { ReadRefusal } from '../read-refusal.ts';

const encodings: ReadonlyArray<readonly [looksLike: string, start: ReadonlyArray<number>]> = [
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];

const lookLike = (
  bytes: Uint8Array,
  known: ReadonlyArray<readonly [string, ReadonlyArray<number>]>,
): string | undefined =>
  known.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];

/** Bytes that Windows-1252 uses for quotation marks and dashes, and UTF-8 never leads with. */
const looksLikeWindows1252 = (byte: number): boolean => byte >= 0x80 && byte <= 0x9f;

/**
 * A file's bytes as text. A byte order mark is allowed and stays, so that the text gives the bytes again.
 * Other encodings are refused rather than guessed: a wrong guess would change the words of a plan.
 */
export const decodeText = (name: string, bytes: Uint8Array): E.Either<ReadRefusal, string> => {
  const encoding = lookLike(bytes, encodings);
  const offset =
    encoding === undefined && isUtf8(bytes) ? -1 : Math.max(0, firstInvalidUtf8(bytes));
  const zero = bytes.indexOf(0);
  if (encoding === undefined && zero >= 0 && (offset < 0 || zero < offset)) {
    return E.left({
      _tag: 'BinaryFile',
      name,
      looksLike: 'not text: it holds a zero byte',
      offset: zero,
    });
  }
  if (offset >= 0) {
    const byte = bytes[offset] ?? 0;
    const looksLike = encoding ?? (looksLikeWindows1252(byte) ? 'Windows-1252' : undefined);
    return E.left({
      _tag: 'NotUtf8',
      name,
      offset,
      byte,
      ...(looksLike === undefined ? {} : { looksLike }),
    });
  }
  return E.right(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
};
