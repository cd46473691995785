import { bulletOrNumber } from '../flow/bullet-or-number.ts';
import type { Aside, Flow } from '../flow/flow.ts';
import { plainWords } from '../flow/plain-words.ts';
import { elementsOf, textIn, type XmlElement } from '../xml/xml-element.ts';
import * as asides from './asides-of-html.ts';
import { type Context, endItem, endParagraph, htmlWriter, type HtmlWriter } from './html-writer.ts';
import { isBlock } from './is-block.ts';
import { listMarkers } from './list-marker-of.ts';
import { isNoteMark, withoutWords } from './without-words.ts';
import { overlaid } from './overlaid.ts';
import { listOfSheets, sheetNamed } from './sheets-of-calc.ts';
import { type Style, styleOf } from './style-of.ts';
import { tableOfHtml } from './table-of-html.ts';

/** Handles an element in a way of its own. */
type Handler = (element: XmlElement, style: Style, context: Context, writer: HtmlWriter) => void;

const say = (writer: HtmlWriter, said: ReadonlyArray<Aside>): void => {
  for (const aside of said) writer.lines.aside(aside);
};

const walkText = (words: string, context: Context, { lines }: HtmlWriter): void => {
  const look = { highlight: context.highlight, ink: context.ink };
  if (!context.pre) {
    lines.words(words, look);
    return;
  }
  for (const [at, line] of words.split(/\r?\n/u).entries()) {
    if (at > 0) lines.lineBreak();
    lines.words(line, look);
  }
};

const walkChildren = (element: XmlElement, context: Context, writer: HtmlWriter): void => {
  for (const child of element.children) {
    if (typeof child === 'string') walkText(child, context, writer);
    else walkElement(child, context, writer);
  }
};

const asBlock: Handler = (element, _style, context, writer) => {
  endParagraph(writer, context);
  walkChildren(element, context, writer);
  endParagraph(writer, context);
};

const heading: Handler = (element, style, context, writer) => {
  endParagraph(writer, context);
  const level = Number(element.name.slice(1));
  asBlock(sheetNamed(element) ?? element, style, { ...context, level }, writer);
};

const list: Handler = (element, style, context, writer) => {
  const markers = listMarkers(element, style.declared);
  asBlock(element, style, { ...context, markers }, writer);
};

const item: Handler = (element, style, context, writer) => {
  endParagraph(writer, context);
  const marker =
    context.markers === undefined ? '•' : context.markers.next(element, style.declared);
  writer.marker = marker;
  walkChildren(element, { ...context, markers: undefined }, writer);
  endItem(writer, context);
};

const table: Handler = (element, style, context, writer) => {
  endParagraph(writer, context);
  writer.flow.push(...tableOfHtml(element, style, context, contentOf));
};

const link: Handler = (element, _style, context, writer) => {
  if (isNoteMark(element)) return;
  // Links are blue everywhere: that is no colour that somebody gave to words.
  walkChildren(element, { ...context, ink: undefined }, writer);
  say(writer, asides.linkAsides(element));
};

const struck: Handler = (element, _style, context, writer) => {
  walkChildren(element, context, writer);
  say(writer, asides.struckAsides(element));
};

const byName: Readonly<Record<string, Handler>> = {
  br: (_element, _style, _context, writer) => writer.lines.lineBreak(),
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  ul: list,
  ol: list,
  li: item,
  table,
  a: link,
  s: struck,
  strike: struck,
  pre: (element, style, context, writer) =>
    asBlock(element, style, { ...context, pre: true }, writer),
  del: (element, _style, _context, writer) => say(writer, asides.deletedAsides(element)),
  ins: (element, _style, context, writer) => {
    walkChildren(element, context, writer);
    say(writer, asides.insertedAsides(element));
  },
};

const handlers: ReadonlyMap<string, Handler> = new Map(Object.entries(byName));

/** Word marks the numbers and bullets of its lists, or only the gap after them. */
const wordMarker = (element: XmlElement, { declared }: Style, writer: HtmlWriter): boolean => {
  if (declared.get('mso-list')?.toLowerCase() === 'ignore') {
    writer.marker = bulletOrNumber(plainWords(textIn(element)));
    return true;
  }
  const isGap = element.name === 'span' && /^7\.0pt\b/u.test(declared.get('font') ?? '');
  if (!isGap || plainWords(textIn(element)) !== '') return false;
  const marker = writer.lines.takeMarker();
  if (marker !== '') writer.marker = bulletOrNumber(marker);
  return true;
};

const isStruck = ({ declared }: Style): boolean =>
  [declared.get('text-decoration'), declared.get('text-decoration-line')].some((value) =>
    value?.toLowerCase().includes('line-through'),
  );

/** @returns whether an element is not read as words, and that is said */
const asNotRead = (element: XmlElement, context: Context, writer: HtmlWriter): boolean => {
  const notRead = asides.notReadOf(element);
  if (notRead === undefined) return false;
  if (notRead._tag === 'Said') say(writer, [notRead.aside]);
  else context.counts.set(notRead.as, (context.counts.get(notRead.as) ?? 0) + 1);
  return true;
};

const walkElement = (element: XmlElement, context: Context, writer: HtmlWriter): void => {
  if (asNotRead(element, context, writer) || withoutWords.has(element.name)) return;
  // What the page itself looks like is no colour that somebody gave to words.
  if (element.name === 'html' || element.name === 'body') {
    walkChildren(element, context, writer);
    return;
  }
  const style = styleOf(element, context.rules);
  const sheets = listOfSheets(element);
  const about = style.hidden
    ? asides.hiddenAsides
    : sheets === undefined
      ? asideKinds(element, style)
      : () => sheets;
  if (about !== undefined) {
    say(writer, about(element));
    return;
  }
  if (wordMarker(element, style, writer)) return;
  const isTable = element.name === 'table';
  const inside: Context = {
    ...context,
    highlight: isTable ? context.highlight : overlaid(style.background, context.highlight),
    ink: isTable ? context.ink : inkOf(style.ink, context.ink),
    pre: context.pre || (style.declared.get('white-space') ?? '').startsWith('pre'),
  };
  const handle = handlers.get(element.name) ?? (isBlock(element.name) ? asBlock : undefined);
  if (handle !== undefined) handle(element, style, inside, writer);
  else walkChildren(element, inside, writer);
  if (isStruck(style) && handle !== struck) say(writer, asides.struckAsides(element));
};

/** Word's and LibreOffice's headers and footers, and comments, stand in the page in elements of their own. */
const asideKinds = (element: XmlElement, { declared }: Style) => {
  const title = element.name === 'div' ? element.attributes['title'] : undefined;
  const kind = (declared.get('mso-element') ?? title)?.toLowerCase();
  if (kind === 'comment') return asides.commentAsides;
  if (kind === 'header' || kind === 'footer') return asides.aroundAsides;
  const isComment = elementsOf(element).some(({ attributes }) =>
    /^cmnt\d+$/u.test(attributes['id'] ?? ''),
  );
  return isComment ? asides.commentAsides : undefined;
};

/** Black on the page and white on a colour are what words look like anyway. */
const inkOf = (own: string | undefined, inherited: string | undefined): string | undefined => {
  if (own === undefined) return inherited;
  return own === 'transparent' || own === '#000000' || own === '#FFFFFF' ? undefined : own;
};

const contentOf = (element: XmlElement, context: Context): ReadonlyArray<Flow> => {
  const writer = htmlWriter();
  walkChildren(element, { ...context, ink: inkOf(context.ink, undefined) }, writer);
  endParagraph(writer, context);
  return writer.flow;
};

/** What stands in the body of a page, in its order. */
export const flowOfHtml = (body: XmlElement, context: Context): ReadonlyArray<Flow> =>
  contentOf(body, context);
