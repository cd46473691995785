import { childAt, childrenNamed, elementsOf, type XmlElement } from '@trackrecord/documents';
import type { Furniture, HouseBlock, HousePage, HousePart, HouseSection } from './house.ts';
import type { Notes } from './notes.ts';
import { isContents, readParts } from './read-blocks.ts';
import type { Reading } from './reading.ts';
import { isOn, lengthOf, lookup, numberOf } from './values.ts';

/** A4, with margins of an inch, half of it for headers: for a template that does not say. */
const usual = { width: 595.3, height: 841.9, margin: 72, furniture: 36 } as const;

const pageOf = (section: XmlElement): HousePage => {
  const size = childAt(section, 'w:pgSz')?.attributes ?? {};
  const margins = childAt(section, 'w:pgMar')?.attributes ?? {};
  // A margin below nought holds whatever its header needs.
  const margin = (side: string, otherwise: number): number =>
    Math.abs(lengthOf(margins[`w:${side}`]) ?? otherwise);
  return {
    width: lengthOf(size['w:w']) ?? usual.width,
    height: lengthOf(size['w:h']) ?? usual.height,
    left: margin('left', usual.margin) + margin('gutter', 0),
    right: margin('right', usual.margin),
    top: margin('top', usual.margin),
    bottom: margin('bottom', usual.margin),
    header: margin('header', usual.furniture),
    footer: margin('footer', usual.furniture),
  };
};

const noteLeftOut = (section: XmlElement, notes: Notes): void => {
  if ((numberOf(childAt(section, 'w:cols')?.attributes['w:num']) ?? 1) > 1)
    notes.others.add('Columns of text stand one below the other.');
  if (childAt(section, 'w:pgBorders') !== undefined)
    notes.others.add('Borders of pages are left out.');
  if (!['top', undefined].includes(childAt(section, 'w:vAlign')?.attributes['w:val']))
    notes.others.add('Words begin at the top of their page.');
};

/** What stands above and below the words, by which pages: "default", "first" and "even". */
type Kind = 'default' | 'first' | 'even';
type Blocks = ReadonlyArray<HouseBlock>;

/** Headers and footers by kind: a section that says nothing of one has that of the section before. */
export type Standing = Readonly<{
  header: ReadonlyMap<string, Blocks>;
  footer: ReadonlyMap<string, Blocks>;
}>;

/** Reads a header or a footer by the id that a section names it by. */
export type LookupFurniture = (id: string) => Blocks | undefined;

const standingIn = (
  section: XmlElement,
  before: Standing,
  lookupFurniture: LookupFurniture,
): Standing => {
  const of = (name: 'header' | 'footer'): ReadonlyMap<string, Blocks> =>
    new Map([
      ...before[name],
      ...childrenNamed(section, `w:${name}Reference`).map(
        ({ attributes }) =>
          [
            attributes['w:type'] ?? 'default',
            lookupFurniture(attributes['r:id'] ?? '') ?? [],
          ] as const,
      ),
    ]);
  return { header: of('header'), footer: of('footer') };
};

const furnitureOf = ({ header, footer }: Standing, kind: Kind): Furniture => ({
  header: header.get(kind) ?? [],
  footer: footer.get(kind) ?? [],
});

/** What stands in the body, without what it is wrapped in to be filled in. */
const blocksIn = (body: XmlElement): ReadonlyArray<XmlElement> =>
  elementsOf(body).flatMap((block) => {
    const content = block.name === 'w:sdt' ? childAt(block, 'w:sdtContent') : undefined;
    return content === undefined || isContents(block) ? [block] : blocksIn(content);
  });

/** Sections with what stands in each: a section's properties stand in its last paragraph, of the last one in the body. */
const partedAtSections = (
  body: XmlElement,
): ReadonlyArray<Readonly<{ section: XmlElement; blocks: ReadonlyArray<XmlElement> }>> => {
  const parted: Array<{ section: XmlElement; blocks: Array<XmlElement> }> = [];
  let blocks: Array<XmlElement> = [];
  for (const block of blocksIn(body)) {
    if (block.name !== 'w:sectPr') blocks.push(block);
    const section = block.name === 'w:sectPr' ? block : childAt(block, 'w:pPr', 'w:sectPr');
    if (section === undefined) continue;
    parted.push({ section, blocks });
    blocks = [];
  }
  const last: XmlElement = { name: 'w:sectPr', attributes: {}, children: [] };
  return blocks.length === 0 ? parted : [...parted, { section: last, blocks }];
};

/** What sections are read with: how their words are, and what of the whole document holds for them. */
export type SectionsWith = Readonly<{
  reading: Reading;
  lookupFurniture: LookupFurniture;
  /** Whether even pages have headers and footers of their own. */
  evenDiffers: boolean;
}>;

/** The sections of a document's body, in their order. */
export const readSections = (
  body: XmlElement,
  { reading, lookupFurniture, evenDiffers }: SectionsWith,
): ReadonlyArray<HouseSection> => {
  let standing: Standing = { header: new Map(), footer: new Map() };
  return partedAtSections(body).map(({ section, blocks }): HouseSection => {
    standing = standingIn(section, standing, lookupFurniture);
    noteLeftOut(section, reading.notes);
    const container: XmlElement = { name: 'w:body', attributes: {}, children: blocks };
    const parts: ReadonlyArray<HousePart> = readParts(container, reading);
    return {
      page: pageOf(section),
      beginsPage: lookup([section], 'w:type')?.attributes['w:val'] !== 'continuous',
      numberedFrom: numberOf(childAt(section, 'w:pgNumType')?.attributes['w:start']),
      first: isOn([section], 'w:titlePg') ? furnitureOf(standing, 'first') : undefined,
      even: evenDiffers ? furnitureOf(standing, 'even') : undefined,
      usual: furnitureOf(standing, 'default'),
      parts,
    };
  });
};
