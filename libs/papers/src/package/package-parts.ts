import { unzip, zip } from '@cj-tech-master/excelts/archive';

/** The parts of a package by their names, in its order. */
export type Parts = Map<string, Uint8Array>;

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];

/** A part's words; "" where there is none. */
export const textOf = (parts: ReadonlyMap<string, Uint8Array>, name: string): string =>
  decoder.decode(parts.get(name) ?? new Uint8Array());

export const setText = (parts: Parts, name: string, text: string): void => {
  parts.set(name, encoder.encode(text));
};

/** The parts of a package that was written here. */
export const partsOf = async (file: Uint8Array): Promise<Parts> => {
  const parts: Parts = new Map();
  for await (const entry of unzip(file).entries()) parts.set(entry.path, await entry.bytes());
  return parts;
};

export const contentTypes = '[Content_Types].xml';

/** What the package itself leads to. */
export const packageRelationships = '_rels/.rels';

/** The same parts are the same bytes, whenever they are packed; the list of contents comes first, as Office has it. */
export const packed = (parts: Parts): Promise<Uint8Array> => {
  const names = [...parts.keys()].toSorted(
    (a, b) => Number(b === contentTypes) - Number(a === contentTypes) || (a < b ? -1 : 1),
  );
  const archive = zip({ reproducible: true, noSort: true });
  for (const name of names) archive.add(name, parts.get(name) ?? new Uint8Array());
  return archive.bytes();
};

/** Words as the value of an attribute, or between tags. */
export const escaped = (text: string): string =>
  text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');

/** Puts something before an element's end, or opens one that closes itself. */
export const within = (xml: string, element: string, added: string): string => {
  const end = `</${element}>`;
  return xml.includes(end)
    ? xml.replace(end, () => `${added}${end}`)
    : xml.replace(
        new RegExp(`<${element}([^>]*)/>`, 'u'),
        (_, attributes: string) => `<${element}${attributes}>${added}${end}`,
      );
};
