import { childAt, elementsOf, textIn, type XmlElement } from '@trackrecord/documents';
import type { Anchor, HousePicture } from './house.ts';
import type { Reading } from './reading.ts';
import { drawnLength, numberOf, within } from './values.ts';

const nameOf = (part: string): string => part.slice(part.lastIndexOf('/') + 1).slice(0, 80);

/** What is cut off a side, as a part of the whole (ECMA-376, part 1, 20.1.8.55: in hundred thousandths). */
const cutOf = (pic: XmlElement): HousePicture['cut'] => {
  const said = within(pic, 'a:srcRect')[0]?.attributes ?? {};
  const part = (side: string): number => Math.max(0, (numberOf(said[side]) ?? 0) / 100_000);
  const cut = { left: part('l'), top: part('t'), right: part('r'), bottom: part('b') };
  return cut.left + cut.right < 0.99 && cut.top + cut.bottom < 0.99
    ? cut
    : { left: 0, top: 0, right: 0, bottom: 0 };
};

const isDecorative = (properties: XmlElement): boolean =>
  within(properties, 'decorative').some(({ attributes }) =>
    ['1', 'true'].includes(attributes['val'] ?? ''),
  );

const altOf = (properties: XmlElement | undefined, part: string, { notes }: Reading) => {
  if (properties !== undefined && isDecorative(properties)) return null;
  const said = (properties?.attributes['descr'] ?? properties?.attributes['title'] ?? '').trim();
  if (said !== '') return said;
  notes.silent.add(nameOf(part));
  return null;
};

/**
 * The picture of a drawing.
 * @param holder "wp:inline" or "wp:anchor"
 * @returns `undefined`, and a note, where it is not in the file, of no kind that is taken, or of no size
 */
export const readPicture = (
  holder: XmlElement,
  pic: XmlElement,
  reading: Reading,
): HousePicture | undefined => {
  const { notes, relations, pictures } = reading;
  const id = within(pic, 'a:blip')[0]?.attributes['r:embed'] ?? '';
  const part = relations.get(id)?.target;
  const source = part === undefined ? undefined : pictures.get(part);
  const size = childAt(holder, 'wp:extent')?.attributes;
  const [width, height] = [drawnLength(size?.['cx']) ?? 0, drawnLength(size?.['cy']) ?? 0];
  if (part === undefined || source === undefined || width <= 0 || height <= 0) {
    notes.pictures.add(part === undefined ? 'a picture that is not in the file' : nameOf(part));
    return undefined;
  }
  if ((numberOf(within(pic, 'a:xfrm')[0]?.attributes['rot']) ?? 0) !== 0)
    notes.others.add('Turned pictures stand upright.');
  const alt = altOf(childAt(holder, 'wp:docPr'), part, reading);
  return { source, width, height, cut: cutOf(pic), alt };
};

const ends: Readonly<Record<string, 'start' | 'center' | 'end'>> = {
  left: 'start',
  inside: 'start',
  top: 'start',
  center: 'center',
  right: 'end',
  outside: 'end',
  bottom: 'end',
};

const froms: Readonly<Record<string, Anchor['from']>> = {
  page: 'page',
  leftMargin: 'page',
  topMargin: 'page',
  paragraph: 'paragraph',
  line: 'paragraph',
};

/** Where a floating drawing stands. @param position "wp:positionH" or "wp:positionV" */
export const anchorOf = (position: XmlElement | undefined): Anchor => {
  const from = froms[position?.attributes['relativeFrom'] ?? ''] ?? 'margin';
  const [offset, align] = [childAt(position, 'wp:posOffset'), childAt(position, 'wp:align')];
  const said = align === undefined ? undefined : ends[textIn(align).trim()];
  if (said !== undefined) return { from, at: said };
  return { from, at: (offset === undefined ? undefined : drawnLength(textIn(offset).trim())) ?? 0 };
};

/** How words stand to a floating drawing: beside it, above and below it, or over it. */
export const wrappingOf = (holder: XmlElement): 'beside' | 'apart' | 'over' => {
  const names = elementsOf(holder).map(({ name }) => name);
  if (names.includes('wp:wrapTopAndBottom')) return 'apart';
  return names.some((name) => /^wp:wrap(?:Square|Tight|Through)$/u.test(name)) ? 'beside' : 'over';
};
