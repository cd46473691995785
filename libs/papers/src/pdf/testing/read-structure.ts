import { type PdfObject, pdfObjects, type PdfValue } from './pdf-values.ts';

/** An element of a tagged document's structure, with what stands in it. */
export type Tagged = Readonly<{
  type: string;
  alt?: string;
  title?: string;
  actual?: string;
  scope?: string;
  /** What stands in it, in reading order: words of its own, and elements. */
  content: ReadonlyArray<string | Tagged>;
  /** On which pages, from 1. */
  pages: ReadonlyArray<number>;
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
    const own = new Set<number>();
    const content = itemsOf(objects, entries.get('K')).flatMap(
      (kid): ReadonlyArray<string | Tagged> => {
        const mark = kid._tag === 'Dictionary' ? kid.entries.get('MCID') : kid;
        const page = kid._tag === 'Dictionary' ? kid.entries.get('Pg') : entries.get('Pg');
        if (mark?._tag === 'Number') {
          const { text, at } = take(page, mark.number);
          own.add(at);
          return [text];
        }
        return kid._tag === 'Reference' ? [elementOf(kid)] : [];
      },
    );
    const fact = (key: string, name: 'alt' | 'title' | 'actual') =>
      entries.has(key) ? { [name]: nameOf(entries.get(key)) } : {};
    const scope = entriesOf(objects, entries.get('A')).get('Scope');
    return {
      type: nameOf(entries.get('S')),
      ...fact('Alt', 'alt'),
      ...fact('T', 'title'),
      ...fact('ActualText', 'actual'),
      ...(scope === undefined ? {} : { scope: nameOf(scope) }),
      content,
      pages: [...own],
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

/** The elements right below one. */
export const childrenOf = ({ content }: Tagged): ReadonlyArray<Tagged> =>
  content.filter((one) => typeof one !== 'string');

/** All elements of a type, in reading order. */
export const elementsOf = (element: Tagged, type: string): ReadonlyArray<Tagged> => [
  ...(element.type === type ? [element] : []),
  ...childrenOf(element).flatMap((child) => elementsOf(child, type)),
];

/** What a reader of the structure hears of an element and of all in it. */
export const wordsOf = ({ content }: Tagged): string =>
  content
    .map((one) => (typeof one === 'string' ? one : wordsOf(one)))
    .join('')
    .trim();

/** On which pages an element and all in it stand. */
export const pagesOf = (element: Tagged): ReadonlyArray<number> =>
  [...new Set([...element.pages, ...childrenOf(element).flatMap(pagesOf)])].toSorted(
    (a, b) => a - b,
  );

/** What a place of the catalogue says, by its keys: `valueAt(pdf, 'ViewerPreferences', 'DisplayDocTitle')`. */
export const valueAt = (
  { catalogue, objects }: ReadPdf,
  ...keys: ReadonlyArray<string>
): PdfValue | undefined =>
  keys.reduce<PdfValue | undefined>(
    (value, key) => resolved(objects, entriesOf(objects, value).get(key)),
    { _tag: 'Dictionary', entries: catalogue },
  );

/** The dictionaries of the file that say to be of a type. */
export const ofType = ({ objects }: ReadPdf, type: string): ReadonlyArray<Entries> =>
  Array.from(objects.values(), ({ value }) => entriesOf(objects, value)).filter(
    (entries) => nameOf(entries.get('Type')) === type,
  );
