import { isUtf8 } from 'node:buffer';
import { refuse } from '../refused-file.ts';

/** A table of values as text, and whether its encoding had to be guessed. */
export type DecodedValues = Readonly<{ text: string; isWindows1252: boolean }>;

type Marked = readonly [label: string, encoding: string, mark: ReadonlyArray<number>];

const marks: ReadonlyArray<Marked> = [
  ['UTF-8', 'utf-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16', 'utf-16le', [0xff, 0xfe]],
  ['UTF-16', 'utf-16be', [0xfe, 0xff]],
];

const decoded = (name: string, bytes: Uint8Array, [label, encoding]: Marked): string => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refuse({
      _tag: 'Damaged',
      name,
      part: 'its text',
      seen: `it says that it is ${label} and holds bytes that are not`,
      accepted: 'a table of values in UTF-8, UTF-16 or Windows-1252',
    });
  }
};

/**
 * A table of values as text: in the encoding that its first bytes say, else in UTF-8, and what cannot be that in
 * Windows-1252, as Excel writes it. Refused where it is no text.
 */
export const decodeValues = (name: string, bytes: Uint8Array): DecodedValues => {
  const marked = marks.find(([, , mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked !== undefined) return { text: decoded(name, bytes, marked), isWindows1252: false };
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const looksLike = 'not a table of values: it holds a zero byte';
    refuse({ _tag: 'BinaryFile', name, looksLike, offset: zero });
  }
  const isWindows1252 = !isUtf8(bytes);
  const encoding = isWindows1252 ? 'windows-1252' : 'utf-8';
  return { text: new TextDecoder(encoding).decode(bytes), isWindows1252 };
};
