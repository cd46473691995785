import { unzip, zip } from '@cj-tech-master/excelts/archive';
import type { BoardPaper } from '../paper/board-paper.ts';
import { copyPropertiesOf } from './properties.ts';

/** The parts of a package by their names, in its order. */
export type Parts = Map<string, Uint8Array>;

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];

export const textOf = (parts: Parts, name: string): string =>
  decoder.decode(parts.get(name) ?? new Uint8Array());

export const setText = (parts: Parts, name: string, text: string): void => {
  parts.set(name, encoder.encode(text));
};

export const partsOf = async (file: Uint8Array): Promise<Parts> => {
  const parts: Parts = new Map();
  for await (const entry of unzip(file).entries()) parts.set(entry.path, await entry.bytes());
  return parts;
};

/** The same parts are the same bytes, whenever they are packed; the list of contents comes first, as Office has it. */
const packed = (parts: Parts): Promise<Uint8Array> => {
  const first = '[Content_Types].xml';
  const names = [...parts.keys()].toSorted(
    (a, b) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1),
  );
  const archive = zip({ reproducible: true, noSort: true });
  for (const name of names) archive.add(name, parts.get(name) ?? new Uint8Array());
  return archive.bytes();
};

const custom = 'docProps/custom.xml';
const core = 'docProps/core.xml';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const customType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const values = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const customNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
/** The set that properties of users belong to (ECMA-376, part 1, 22.3.2.2). */
const set = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

export const escaped = (text: string): string =>
  text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');

/** Puts something before an element's end, or opens one that closes itself. */
export const within = (xml: string, element: string, added: string): string => {
  const end = `</${element}>`;
  if (xml.includes(end)) return xml.replace(end, () => `${added}${end}`);
  return xml.replace(new RegExp(`<${element}([^>]*)/>`, 'u'), (_, attributes: string) => {
    return `<${element}${attributes}>${added}${end}`;
  });
};

const emptyCustom = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${customNamespace}" xmlns:vt="${values}"></Properties>`;

const addCustomPart = (parts: Parts): void => {
  setText(parts, custom, emptyCustom);
  const types = '[Content_Types].xml';
  setText(
    parts,
    types,
    within(
      textOf(parts, types),
      'Types',
      `<Override PartName="/${custom}" ContentType="${customType}"/>`,
    ),
  );
  const root = '_rels/.rels';
  setText(
    parts,
    root,
    within(
      textOf(parts, root),
      'Relationships',
      `<Relationship Id="rIdPaperProperties" Type="${relationships}/custom-properties" Target="${custom}"/>`,
    ),
  );
};

const isOurs = (property: string): boolean => property.includes('name="Trackrecord.');

/** A template's own properties stay; what an earlier paper said of itself does not. Numbers begin at 2. */
const setCustomProperties = (parts: Parts, paper: BoardPaper): void => {
  if (!parts.has(custom)) addCustomPart(parts);
  else if (!textOf(parts, custom).includes('<Properties')) setText(parts, custom, emptyCustom);
  const kept = textOf(parts, custom).replace(/<property\b[\s\S]*?<\/property>/gu, (property) =>
    isOurs(property) ? '' : property,
  );
  const numbers = [...kept.matchAll(/\bpid="(\d+)"/gu)].map(([, pid]) => Number(pid));
  const next = Math.max(1, ...numbers) + 1;
  const added = copyPropertiesOf(paper).map(
    ([name, value], place) =>
      `<property fmtid="${set}" pid="${next + place}" name="${escaped(name)}"><vt:lpwstr xmlns:vt="${values}">${escaped(value)}</vt:lpwstr></property>`,
  );
  setText(parts, custom, within(kept, 'Properties', added.join('')));
};

/** The library stamps the moment; a paper says the day on which it was made, and its language. */
const setCore = (parts: Parts, { about }: BoardPaper): void => {
  if (!parts.has(core)) return;
  const stamped = textOf(parts, core)
    .replace(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/gu,
      (_, open: string, close: string) => `${open}${about.madeOn}T00:00:00Z${close}`,
    )
    .replace(/<dc:language>[^<]*<\/dc:language>/u, '');
  setText(
    parts,
    core,
    within(stamped, 'cp:coreProperties', `<dc:language>${about.language}</dc:language>`),
  );
};

/** The library names what charts are joined by at random; they are counted here. */
const nameInOrder = (parts: Parts): void => {
  const names = new Map<string, string>();
  for (const part of [...parts.keys()].filter((name) => /\.(?:xml|rels)$/u.test(name))) {
    const before = textOf(parts, part);
    const after = before.replace(/\brId[a-z0-9_-]{21}(?=")/gu, (id) => {
      const name = names.get(id) ?? `rIdPaper${names.size + 1}`;
      names.set(id, name);
      return name;
    });
    if (after !== before) setText(parts, part, after);
  }
};

/** A chart brings its numbers as a workbook of its own, which is stamped too. */
const sealWorkbooks = async (parts: Parts): Promise<void> => {
  for (const [name, bytes] of parts)
    if (/^word\/embeddings\/Microsoft_Excel_Worksheet\d+\.xlsx$/u.test(name))
      parts.set(name, await packed(await partsOf(bytes)));
};

/**
 * Makes a written Word document the paper's own: what it was made from in its properties, its day and language, and
 * the same bytes for the same paper.
 */
export const sealedFile = async (parts: Parts, paper: BoardPaper): Promise<Uint8Array> => {
  setCustomProperties(parts, paper);
  setCore(parts, paper);
  nameInOrder(parts);
  await sealWorkbooks(parts);
  return packed(parts);
};
