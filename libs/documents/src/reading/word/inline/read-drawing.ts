import { elementsOf, type XmlElement } from '../../xml/xml-element.ts';
import { hexOf } from '../colours/tone.ts';
import { firstInside, outermost } from '../structure.ts';
import { quoted } from '../words-in.ts';
import { addNote } from './collected.ts';
import type { At, Counted } from './story.ts';

/** "Picture 2 is not read: “The partnership's logo”." */
const noteUnread = ({ story, into }: At, what: Counted, description: string): void => {
  const said = description === '' ? 'it has no description' : quoted(description);
  addNote(into, 'not read', `${what} ${story.count(what)} is not read: ${said}.`);
};

/** What people are told of a picture who cannot see it, else its name. */
const descriptionOf = (drawing: XmlElement): string => {
  const { descr = '', title = '', name = '' } = firstInside(drawing, 'wp:docPr')?.attributes ?? {};
  return (descr.trim() || title.trim() || name.trim()).replace(/\s+/gu, ' ');
};

/** Kinds of what a drawing holds, by the end of the address of its schema. */
const kinds: ReadonlyArray<readonly [ending: RegExp, Counted]> = [
  [/\/chart(?:ex)?$/u, 'Chart'],
  [/\/diagram$/u, 'SmartArt diagram'],
  [/\/picture$/u, 'Picture'],
];

const kindOf = (drawing: XmlElement): Counted => {
  const uri = firstInside(drawing, 'a:graphicData')?.attributes['uri'] ?? '';
  const known = kinds.find(([ending]) => ending.test(uri))?.[1];
  return known ?? (firstInside(drawing, 'pic:pic') === undefined ? 'Shape' : 'Picture');
};

const colourOf = (shape: XmlElement): string => {
  const properties = firstInside(shape, 'wps:spPr');
  const own = properties && elementsOf(properties).find(({ name }) => name === 'a:solidFill');
  const hex = own && hexOf(firstInside(own, 'a:srgbClr')?.attributes['val']);
  return hex === undefined ? '' : `, coloured ${hex}`;
};

/** A drawing (`w:drawing`): the contents of its text boxes are put aside to be read, anything else is noted. */
export const readDrawing = (drawing: XmlElement, at: At): void => {
  const boxes = outermost(drawing, 'w:txbxContent');
  for (const box of boxes) at.into.boxes.push(box);
  const kind = kindOf(drawing);
  if (boxes.length > 0 && kind === 'Shape') return;
  const colour = kind === 'Shape' ? colourOf(drawing) : '';
  noteUnread(at, kind, `${descriptionOf(drawing)}${colour}`.replace(/^, /, ''));
};

const vmlDescription = (drawing: XmlElement): string => {
  const shape = ['v:shape', 'v:rect', 'v:oval', 'v:roundrect']
    .map((name) => firstInside(drawing, name))
    .find((found) => found !== undefined);
  const image = firstInside(drawing, 'v:imagedata');
  const said = shape?.attributes['alt'] ?? image?.attributes['o:title'] ?? '';
  const fill = hexOf(shape?.attributes['fillcolor']?.replace(/^#/, '').slice(0, 6));
  return image === undefined && fill !== undefined
    ? `${said}, coloured ${fill}`.replace(/^, /, '')
    : said;
};

/** A drawing as Word wrote it up to 2007 (`w:pict`): text boxes, words as a picture (watermarks), pictures. */
export const readPicture = (drawing: XmlElement, at: At): void => {
  const boxes = outermost(drawing, 'w:txbxContent');
  for (const box of boxes) at.into.boxes.push(box);
  const art = firstInside(drawing, 'v:textpath')?.attributes['string'] ?? '';
  if (art !== '') {
    addNote(
      at.into,
      'not read',
      `Words drawn as a picture (a watermark) are not read: ${quoted(art)}.`,
    );
    return;
  }
  const hasImage = firstInside(drawing, 'v:imagedata') !== undefined;
  if (boxes.length > 0 && !hasImage) return;
  // A line across the page is no picture.
  if (!hasImage && firstInside(drawing, 'v:rect')?.attributes['o:hr'] !== undefined) return;
  noteUnread(at, hasImage ? 'Picture' : 'Shape', vmlDescription(drawing));
};

/** A file inside the file, or a control of a form (`w:object`). */
export const readObject = (object: XmlElement, at: At): void => {
  const program = firstInside(object, 'o:OLEObject')?.attributes['ProgID'];
  const control = firstInside(object, 'w:control')?.attributes['w:name'];
  if (program === undefined && control !== undefined) noteUnread(at, 'Form control', control);
  else noteUnread(at, 'Embedded file', program ?? '');
};
