import { type PdfObject, pdfObjects, type PdfValue } from './pdf-values.ts';

/** An element of a tagged document's structure, with what stands in it. */
export type Tagged = Readonly<{
  type: string;
  alt?: string;
  title?: string;
  actual?: string;
  scope?: string;
  /** What stands in the element itself, in its order. */
  text: string;
  /** On which pages, from 1. */
  pages: ReadonlyArray<number>;
  children: ReadonlyArray<Tagged>;
}>;

export type ReadPdf = Readonly<{
  structure: Tagged;
  /** The words of each page that are no part of the structure. */
  artifacts: ReadonlyArray<ReadonlyArray<string>>;
  /** Marks that the structure does not take up, and words outside any mark: there may be none. */
  astray: ReadonlyArray<string>;
  /** The entries of the catalogue. */
  catalogue: ReadonlyMap<string, PdfValue>;
  objects: ReadonlyMap<number, PdfObject>;
}>;

type Objects = ReadonlyMap<number, PdfObject>;
type Entries = ReadonlyMap<string, PdfValue>;

const nothing: Entries = new Map();

const resolved = (objects: Objects, value: PdfValue | undefined): PdfValue | undefined =>
  value?._tag === 'Reference' ? objects.get(value.id)?.value : value;

const entriesOf = (objects: Objects, value: PdfValue | undefined): Entries => {
  const found = resolved(objects, value);
  return found?._tag === 'Dictionary' ? found.entries : nothing;
};

const itemsOf = (objects: Objects, value: PdfValue | undefined): ReadonlyArray<PdfValue> => {
  const found = resolved(objects, value);
  return found?._tag === 'List' ? found.items : found === undefined ? [] : [found];
};

const nameOf = (value: PdfValue | undefined): string =>
  value?._tag === 'Name' ? value.name : value?._tag === 'Text' ? value.text : '';

/** The letters that a font's numbers stand for. */
const lettersOf = (objects: Objects, font: PdfValue): ReadonlyArray<string> => {
  const map = entriesOf(objects, font).get('ToUnicode');
  const stream = map?._tag === 'Reference' ? (objects.get(map.id)?.stream ?? '') : '';
  return Array.from(stream.matchAll(/\[(.*)\]/gu), ([, list]) =>
    Array.from((list ?? '').matchAll(/<([0-9a-f ]*)>/gu), ([, units]) =>
      String.fromCharCode(...(units ?? '').split(' ').map((unit) => parseInt(unit, 16))),
    ),
  ).flat();
};

type Mark = Readonly<{ id: number | undefined; artifact: boolean; text: string }>;

const step = /\/(\w+) (?:<<([^>]*)>> BDC|BMC)|(\bEMC\b)|\/(F\d+) [\d.]+ Tf|\[(<[^\]]*)\] TJ/gu;

/** What stands in each mark of a page, in the order of drawing. */
const marksOf = (
  content: string,
  fonts: ReadonlyMap<string, ReadonlyArray<string>>,
): ReadonlyArray<Mark> => {
  const marks: Array<Mark> = [];
  let open: Mark | undefined;
  let letters: ReadonlyArray<string> = [];
  for (const [, tag, facts, end, font, glyphs] of content.matchAll(step)) {
    if (tag !== undefined) {
      const id = /MCID (\d+)/u.exec(facts ?? '')?.[1];
      open = {
        id: id === undefined ? undefined : Number(id),
        artifact: tag === 'Artifact',
        text: '',
      };
    } else if (end !== undefined) {
      if (open !== undefined) marks.push(open);
      open = undefined;
    } else if (font !== undefined) letters = fonts.get(font) ?? [];
    else {
      const text = Array.from((glyphs ?? '').matchAll(/<([0-9a-f]*)>/gu), ([, hex]) =>
        (hex?.match(/.{4}/gu) ?? []).map((one) => letters[parseInt(one, 16)] ?? '\ufffd').join(''),
      ).join('');
      if (open === undefined) marks.push({ id: undefined, artifact: false, text });
      else open = { ...open, text: `${open.text}${text}` };
    }
  }
  return marks;
};

type Page = Readonly<{ id: number; marks: ReadonlyArray<Mark> }>;

const pageOf = (objects: Objects, value: PdfValue): Page => {
  const page = entriesOf(objects, value);
  const fonts = new Map(
    Array.from(
      entriesOf(objects, entriesOf(objects, page.get('Resources')).get('Font')),
      ([name, font]) => [name, lettersOf(objects, font)],
    ),
  );
  const content = page.get('Contents');
  const stream = content?._tag === 'Reference' ? (objects.get(content.id)?.stream ?? '') : '';
  return { id: value._tag === 'Reference' ? value.id : 0, marks: marksOf(stream, fonts) };
};

/** Reads the structure of an uncompressed, tagged file on our own. */
export const readPdf = (bytes: Uint8Array): ReadPdf => {
  const objects = pdfObjects(bytes);
  const catalogue =
    Array.from(objects.values(), ({ value }) => entriesOf(objects, value)).find(
      (entries) => nameOf(entries.get('Type')) === 'Catalog',
    ) ?? nothing;
  const pages = itemsOf(objects, entriesOf(objects, catalogue.get('Pages')).get('Kids')).map(
    (one) => pageOf(objects, one),
  );
  const taken = new Set<Mark>();
  const take = (page: PdfValue | undefined, id: number): Readonly<{ text: string; at: number }> => {
    const at = pages.findIndex((one) => page?._tag === 'Reference' && one.id === page.id);
    const mark = pages[at]?.marks.find((one) => one.id === id);
    if (mark !== undefined) taken.add(mark);
    return { text: mark?.text ?? '\ufffd', at: at + 1 };
  };
  const elementOf = (value: PdfValue): Tagged => {
    const entries = entriesOf(objects, value);
    const kids = itemsOf(objects, entries.get('K'));
    const own = kids.flatMap((kid) => {
      if (kid._tag === 'Number') return [take(entries.get('Pg'), kid.number)];
      const mark = kid._tag === 'Dictionary' ? kid.entries.get('MCID') : undefined;
      return kid._tag === 'Dictionary' && mark?._tag === 'Number'
        ? [take(kid.entries.get('Pg'), mark.number)]
        : [];
    });
    const children = kids.filter(({ _tag }) => _tag === 'Reference').map(elementOf);
    const fact = (key: string, name: 'alt' | 'title' | 'actual') =>
      entries.has(key) ? { [name]: nameOf(entries.get(key)) } : {};
    const scope = entriesOf(objects, entries.get('A')).get('Scope');
    return {
      type: nameOf(entries.get('S')),
      ...fact('Alt', 'alt'),
      ...fact('T', 'title'),
      ...fact('ActualText', 'actual'),
      ...(scope === undefined ? {} : { scope: nameOf(scope) }),
      text: own.map(({ text }) => text).join(''),
      pages: [...new Set(own.map(({ at }) => at))],
      children,
    };
  };
  const root = itemsOf(objects, entriesOf(objects, catalogue.get('StructTreeRoot')).get('K'))[0];
  const structure = elementOf(root ?? { _tag: 'Other', written: '' });
  return {
    structure,
    artifacts: pages.map(({ marks }) =>
      marks.filter(({ artifact, text }) => artifact && text !== '').map(({ text }) => text),
    ),
    astray: pages.flatMap(({ marks }) =>
      marks.filter((mark) => !mark.artifact && !taken.has(mark)).map(({ text }) => text),
    ),
    catalogue,
    objects,
  };
};

/** All elements of a type, in reading order. */
export const elementsOf = (element: Tagged, type: string): ReadonlyArray<Tagged> => [
  ...(element.type === type ? [element] : []),
  ...element.children.flatMap((child) => elementsOf(child, type)),
];

/** What a reader of the structure hears of an element and of all in it. */
export const wordsOf = (element: Tagged): string =>
  [element.text, ...element.children.map(wordsOf)].filter((text) => text !== '').join(' ');
