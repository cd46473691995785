/** A value of a PDF file, as far as specs look at it. */
export type PdfValue =
  | Readonly<{ _tag: 'Name'; name: string }>
  | Readonly<{ _tag: 'Text'; text: string }>
  | Readonly<{ _tag: 'Number'; number: number }>
  | Readonly<{ _tag: 'Reference'; id: number }>
  | Readonly<{ _tag: 'List'; items: ReadonlyArray<PdfValue> }>
  | Readonly<{ _tag: 'Dictionary'; entries: ReadonlyMap<string, PdfValue> }>
  | Readonly<{ _tag: 'Other'; written: string }>;

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

/** Characters are bytes here; text beyond Latin is UTF-16 with its mark before it. */
const decoded = (bytes: string): string =>
  bytes.startsWith('\xfe\xff')
    ? Array.from({ length: (bytes.length - 2) / 2 }, (_, index) =>
        String.fromCharCode(
          bytes.charCodeAt(2 + index * 2) * 256 + bytes.charCodeAt(3 + index * 2),
        ),
      ).join('')
    : bytes;

const token =
  /\s*(?:(<<|>>|\[|\])|\/([^\s/<>[\]()]*)|<([0-9a-fA-F\s]*)>|(\()|(\d+) (\d+) R\b|([-+]?[\d.]+(?![\w.]))|([^\s/<>[\]()]+))/uy;

/** Where a text in brackets ends, and what it says. */
const textFrom = (source: string, from: number): readonly [text: string, end: number] => {
  let [depth, at, text] = [1, from, ''];
  while (at < source.length) {
    const one = source.charAt(at);
    at += 1;
    if (one === '\\') {
      const next = source.charAt(at);
      text += escapes.get(next) ?? next;
      at += 1;
      continue;
    }
    if (one === '(') depth += 1;
    if (one === ')') depth -= 1;
    if (depth === 0) break;
    text += one;
  }
  return [decoded(text), at];
};

type Parsed = Readonly<{ value: PdfValue | undefined; end: number }>;

const listFrom = (source: string, from: number): Parsed => {
  const items: Array<PdfValue> = [];
  for (let at = from; ;) {
    const { value, end } = valueFrom(source, at);
    if (value === undefined) return { value: { _tag: 'List', items }, end };
    items.push(value);
    at = end;
  }
};

const dictionaryOf = (items: ReadonlyArray<PdfValue>): PdfValue => ({
  _tag: 'Dictionary',
  entries: new Map(
    items.flatMap((item, index) => {
      const value = items[index + 1];
      return index % 2 === 0 && item._tag === 'Name' && value !== undefined
        ? [[item.name, value]]
        : [];
    }),
  ),
});

/** The value at a place, and where it ends; none at the end of a list or of the source. */
const valueFrom = (source: string, from: number): Parsed => {
  token.lastIndex = from;
  const found = token.exec(source);
  if (found === null) return { value: undefined, end: source.length };
  const end = token.lastIndex;
  const [, sign, name, hex, bracket, id, , number, other] = found;
  if (sign === '[') return listFrom(source, end);
  if (sign === '<<') {
    const list = listFrom(source, end);
    const items = list.value?._tag === 'List' ? list.value.items : [];
    return { value: dictionaryOf(items), end: list.end };
  }
  if (sign !== undefined) return { value: undefined, end };
  if (name !== undefined) return { value: { _tag: 'Name', name }, end };
  if (hex !== undefined) return { value: { _tag: 'Text', text: hex.replace(/\s/gu, '') }, end };
  if (bracket !== undefined) {
    const [text, after] = textFrom(source, end);
    return { value: { _tag: 'Text', text }, end: after };
  }
  if (id !== undefined) return { value: { _tag: 'Reference', id: Number(id) }, end };
  if (number !== undefined) return { value: { _tag: 'Number', number: Number(number) }, end };
  return { value: { _tag: 'Other', written: other ?? '' }, end };
};

/** An object of the file: its value, and its stream where it has one. */
export type PdfObject = Readonly<{ value: PdfValue; stream: string | undefined }>;

/** The objects of an uncompressed file by their numbers, read on our own: specs hold the writer to them. */
export const pdfObjects = (bytes: Uint8Array): ReadonlyMap<number, PdfObject> => {
  const source = Buffer.from(bytes).toString('latin1');
  return new Map(
    Array.from(source.matchAll(/^(\d+) 0 obj\n/gmu), (start) => {
      const from = start.index + start[0].length;
      const { value, end } = valueFrom(source, from);
      const follows = source
        .slice(end, end + 8)
        .trimStart()
        .startsWith('stream');
      const stream = follows
        ? source.slice(source.indexOf('stream', end) + 7, source.indexOf('\nendstream', end))
        : undefined;
      return [Number(start[1]), { value: value ?? { _tag: 'Other', written: '' }, stream }];
    }),
  );
};
