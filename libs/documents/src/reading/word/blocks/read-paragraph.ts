import { childAt, type XmlElement } from '../../xml/xml-element.ts';
import { shadingOf } from '../colours/shading.ts';
import type { Tone } from '../colours/tone.ts';
import { type Collected, nothingCollected, type Span } from '../inline/collected.ts';
import { withoutPages } from '../inline/fields.ts';
import { readInline } from '../inline/read-inline.ts';
import type { List } from '../numbering/list-definitions.ts';
import { headingLevelOf, type ParagraphStyle } from '../styles/style-sheet.ts';
import { isOn, valueAt, wholeNumber } from '../values.ts';
import type { Book } from './book.ts';

export type Line = Readonly<{ text: string; spans: ReadonlyArray<Span> }>;

/** A paragraph before it is known where it stands. */
export type ParagraphRead = Readonly<{
  /** Of a heading, from 1. */
  level?: number;
  /** Its number or bullet, as the document's lists give it. */
  marker?: string;
  /** A line of a table of contents. */
  isContents: boolean;
  shading: Tone;
  lines: ReadonlyArray<Line>;
  collected: Collected;
}>;

const listLevelOf = (list: List, style: string | undefined): number | undefined =>
  style === undefined
    ? undefined
    : [...list.levels].find(([, level]) => level.style === style)?.[0];

/** The list and the level (from 0) that a paragraph is of, by itself or by its style; list 0 is none. */
const listPlaceOf = (
  properties: XmlElement | undefined,
  { numbering }: ParagraphStyle,
  { lists }: Book,
): Readonly<{ list: List; ilvl: number }> | undefined => {
  const own = childAt(properties, 'w:numPr');
  const list = lists.get(valueAt(own, 'w:numId') ?? numbering?.numId ?? '');
  if (list === undefined) return undefined;
  const ilvl =
    wholeNumber(valueAt(own, 'w:ilvl'), 0, 8) ??
    numbering?.ilvl ??
    listLevelOf(list, numbering?.style);
  return { list, ilvl: ilvl ?? 0 };
};

const leader = ' … ';

/** In a table of contents dots lead to the number of the page. */
const withLeader = (words: string): string => {
  const tab = words.lastIndexOf('\t');
  return tab < 0 || words.slice(tab).trim() === ''
    ? words
    : `${words.slice(0, tab)}${leader}${words.slice(tab + 1)}`;
};

const linesOf = (
  { lines }: Collected,
  isContents: boolean,
  isAroundPage: boolean,
): ReadonlyArray<Line> =>
  lines.map((spans) => {
    const words = spans.map((span) => span.words).join('');
    const told = isContents ? withLeader(words) : words;
    return { text: isAroundPage ? withoutPages(told) : told.trim(), spans };
  });

/** Whether nothing of it is seen, its end included: such a paragraph is no item of a list. */
const isUnseen = (properties: XmlElement | undefined, { hidden, lines }: Collected): boolean =>
  hidden.trim() !== '' &&
  lines.every((spans) => spans.every(({ words }) => words.trim() === '')) &&
  isOn(childAt(properties, 'w:rPr', 'w:vanish')) === true;

/** Whether the end of a paragraph was deleted with changes tracked: then the next one goes on with it. */
export const isEndDeleted = (paragraph: XmlElement): boolean => {
  const mark = childAt(paragraph, 'w:pPr', 'w:rPr');
  return childAt(mark, 'w:del') !== undefined || childAt(mark, 'w:moveFrom') !== undefined;
};

/**
 * Reads a paragraph: its words line by line, its number in its list, what else stands in it.
 * @param elements the paragraph; several where the ends of all but the last were deleted. The last says how all look.
 */
export const readParagraph = (elements: ReadonlyArray<XmlElement>, book: Book): ParagraphRead => {
  const { story } = book;
  const collected = nothingCollected();
  for (const element of elements) {
    const style = story.styles.paragraph(valueAt(element, 'w:pPr', 'w:pStyle'));
    readInline(element, { story, into: collected, look: style.look, isLink: false });
    story.fields.endParagraph();
  }
  const properties = childAt(elements.at(-1), 'w:pPr');
  const style = story.styles.paragraph(valueAt(properties, 'w:pStyle'));
  const place = isUnseen(properties, collected) ? undefined : listPlaceOf(properties, style, book);
  const marker = place === undefined ? undefined : book.counters.next(place.list, place.ilvl);
  const level = style.isContents ? undefined : (headingLevelOf(properties) ?? style.level);
  return {
    ...(level === undefined || level === 0 ? {} : { level }),
    ...(marker === undefined ? {} : { marker }),
    isContents: style.isContents,
    shading: shadingOf(childAt(properties, 'w:shd'), story.theme) ?? style.shading ?? 'none',
    lines: linesOf(collected, style.isContents, story.isAroundPage),
    collected,
  };
};
