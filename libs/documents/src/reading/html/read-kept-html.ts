import type { CellPlace } from '../../document/block.ts';
import type { Piece } from '../../document/blocks-of-pieces.ts';
import type { Colour } from '../../document/colour.ts';
import { limits } from '../limits.ts';
import type { Read } from '../reader.ts';
import { childAt, childrenNamed, elementsOf, textIn, type XmlElement } from '../xml/xml-element.ts';
import { keptBy, keptProperty } from './kept-page.ts';

/** A value that is none which `keptHtml` writes: then the page is read as any other. */
const wrong = Symbol('wrong');

type Checked<A> = A | typeof wrong;

const kinds: ReadonlyArray<Piece['kind']> = ['paragraph', 'heading', 'list item', 'cell'];
const bys: ReadonlyArray<Colour['by']> = ['cell', 'highlight', 'words', 'rule'];

const asides: ReadonlyArray<NonNullable<Piece['aside']>> = ['contents', 'footnote'];

const most = Math.max(limits.rows, limits.blocks);

const countIn = (written: string | undefined): Checked<number | undefined> => {
  if (written === undefined) return undefined;
  const number = /^[1-9]\d{0,6}$/u.test(written) ? Number(written) : most + 1;
  return number <= most ? number : wrong;
};

const fillIn = ({ attributes }: XmlElement): Checked<Colour | undefined> => {
  const hex = attributes['data-fill'];
  if (hex === undefined) return undefined;
  const by = bys.find((one) => one === attributes['data-fill-by']);
  return by !== undefined && /^#[0-9A-F]{6}$/u.test(hex) ? { hex, by } : wrong;
};

const asideIn = ({ attributes }: XmlElement): Checked<Piece['aside']> => {
  const written = attributes['data-aside'];
  return written === undefined ? undefined : (asides.find((one) => one === written) ?? wrong);
};

const placeIn = ({ attributes }: XmlElement): Checked<CellPlace | undefined> => {
  if (attributes['data-table'] === undefined) return undefined;
  const table = countIn(attributes['data-table']);
  const row = countIn(attributes['data-row']);
  const column = countIn(attributes['data-column']);
  const columns = countIn(attributes['data-columns']);
  const rows = countIn(attributes['data-rows']);
  if (typeof table !== 'number' || typeof row !== 'number' || typeof column !== 'number')
    return wrong;
  if (columns === wrong || rows === wrong) return wrong;
  return {
    table,
    row,
    column,
    ...(columns === undefined ? {} : { columns }),
    ...(rows === undefined ? {} : { rows }),
  };
};

const onOneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** The words after the marker, which stands before them in an element of its own. */
const wordsIn = ({ attributes, children }: XmlElement): Checked<string> => {
  const marker = attributes['data-marker'];
  const [first, ...rest] = children;
  const shown = marker === undefined ? undefined : first;
  if (marker !== undefined) {
    const isShown =
      typeof shown === 'object' &&
      shown.name === 'span' &&
      onOneLine(textIn(shown)) === onOneLine(marker);
    if (!isShown) return wrong;
  }
  const words = marker === undefined ? children : rest;
  return words.every((one) => typeof one === 'string') ? words.join('') : wrong;
};

const pieceIn = (element: XmlElement): Checked<Piece> => {
  const { attributes } = element;
  const kind = kinds.find((one) => one === attributes['data-kind']);
  const fill = fillIn(element);
  const table = placeIn(element);
  const level = countIn(attributes['data-level']);
  const aside = asideIn(element);
  const text = wordsIn(element);
  if (kind === undefined || fill === wrong || table === wrong) return wrong;
  if (level === wrong || aside === wrong || text === wrong) return wrong;
  const marker = attributes['data-marker'];
  const place = attributes['data-place'];
  return {
    kind,
    text,
    ...(marker === undefined ? {} : { marker }),
    ...(table === undefined ? {} : { table }),
    ...(place === undefined ? {} : { place }),
    ...(fill === undefined ? {} : { fill }),
    ...(level === undefined ? {} : { level }),
    ...(aside === undefined ? {} : { aside }),
  };
};

const frames = new Set(['table', 'tbody', 'tr', 'td']);

/** The pieces in their order; wrong where the page holds anything besides. */
const piecesIn = (element: XmlElement, pieces: Array<Piece>): boolean =>
  element.children.every((child) => {
    if (typeof child === 'string') return child.trim() === '';
    if (child.attributes['data-kind'] === undefined)
      return frames.has(child.name) && piecesIn(child, pieces);
    const piece = pieceIn(child);
    if (piece === wrong) return false;
    pieces.push(piece);
    return true;
  });

const metasOf = (page: XmlElement, name: string): ReadonlyArray<XmlElement> => {
  const head = childAt(page, 'html', 'head');
  return head === undefined
    ? []
    : childrenNamed(head, 'meta').filter(({ attributes }) => attributes['name'] === name);
};

const propertiesIn = (page: XmlElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    metasOf(page, keptProperty).map(({ attributes }) => [
      attributes['data-name'] ?? '',
      attributes['content'] ?? '',
    ]),
  );

/**
 * Reads a page that `keptHtml` wrote, exactly.
 * @returns `undefined` where it is another page, or one that somebody changed by hand: then it is read as any other
 */
export const readKeptHtml = (page: XmlElement): Read | undefined => {
  const isKept = metasOf(page, 'generator').some(
    ({ attributes }) => attributes['content'] === keptBy,
  );
  const body = childAt(page, 'html', 'body');
  const pieces: Array<Piece> = [];
  if (!isKept || body === undefined || !piecesIn(body, pieces)) return undefined;
  const isWhole = elementsOf(page).every(({ name }) => name === 'html');
  const properties = propertiesIn(page);
  return isWhole
    ? {
        pieces,
        remarks: [],
        ...(Object.keys(properties).length === 0 ? {} : { properties }),
      }
    : undefined;
};
