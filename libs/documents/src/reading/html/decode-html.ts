import { isUtf8 } from 'node:buffer';
import type { Aside } from '../flow/flow.ts';
import { refuse } from '../refused-file.ts';

/** A page's bytes as text, and what is to be said of that. */
export type Decoded = Readonly<{ text: string; asides: ReadonlyArray<Aside> }>;

/** So far into a page its encoding is looked for (HTML Living Standard 13.2.3.2). */
const head_bytes = 1024;

const marks: ReadonlyArray<readonly [encoding: string, start: ReadonlyArray<number>]> = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const said =
  /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/iu;

const saidIn = (bytes: Uint8Array): string | undefined => {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, head_bytes));
  const found = said.exec(start);
  const name = (found?.[1] ?? found?.[2])?.toLowerCase();
  // A page whose own words can be read as single bytes is not in UTF-16, whatever it says (the Standard's rule).
  return name?.startsWith('utf-16') === true ? 'utf-8' : name;
};

type Decoder = InstanceType<typeof TextDecoder>;

const decoderOf = (encoding: string): Decoder | undefined => {
  try {
    return new TextDecoder(encoding);
  } catch {
    return undefined;
  }
};

const fallback = (bytes: Uint8Array): string =>
  new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);

const guessed = (bytes: Uint8Array, why: string): Decoded => ({
  text: fallback(bytes),
  asides: [
    { kind: 'doubtful', words: `${why}: read as Windows-1252. Check letters with accents.` },
  ],
});

/**
 * A page's bytes as text: by its byte order mark, else by the encoding that it names, else as UTF-8 where it is
 * that, else as Windows-1252. Refused where a zero byte shows that it is no text.
 */
export const decodeHtml = (name: string, bytes: Uint8Array): Decoded => {
  const mark = marks.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
  if (mark !== undefined) return { text: new TextDecoder(mark).decode(bytes), asides: [] };
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const looksLike = 'not text: it holds a zero byte';
    refuse({ _tag: 'BinaryFile', name, looksLike, offset: zero });
  }
  const encoding = saidIn(bytes);
  if (encoding === undefined) return { text: fallback(bytes), asides: [] };
  const decoder = decoderOf(encoding);
  if (decoder === undefined && !isUtf8(bytes))
    return guessed(bytes, `The page names an encoding that is not known (${encoding})`);
  if (decoder?.encoding === 'utf-8' && !isUtf8(bytes))
    return guessed(bytes, 'The page says that it is UTF-8, which it is not');
  return { text: decoder?.decode(bytes) ?? fallback(bytes), asides: [] };
};
