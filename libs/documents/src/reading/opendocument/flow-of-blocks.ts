import type { Aside, Flow, FlowNote } from '../flow/flow.ts';
import { lineCollector } from '../flow/line-collector.ts';
import { plainWords, quoted } from '../flow/plain-words.ts';
import { childAt, childrenNamed, elementsOf, textIn, type XmlElement } from '../xml/xml-element.ts';
import { countIn, wholeIn } from './attributes.ts';
import { isHidden, isStruck, lookOf } from './colours.ts';
import { flowOfList, type ListAt } from './flow-of-list.ts';
import { flowOfTable } from './flow-of-table.ts';
import { countNext, markerAt } from './list-levels.ts';
import { readDrawn } from './read-drawn.ts';
import { readInline, sayStruck } from './read-inline.ts';
import type { At, Story } from './story.ts';

/** Whether a paragraph stands in a list, and its marker, once. */
type Inside = Readonly<{ list?: ListAt; marker?: (() => string | undefined) | undefined }>;

type ReadBlock = (element: XmlElement, story: Story, inside: Inside) => ReadonlyArray<Flow>;

const aside = (said: Aside): Flow => ({ flow: 'aside', aside: said });

const noteOf = (note: XmlElement, story: Story): FlowNote => {
  const citation = childAt(note, 'text:note-citation');
  const body = childAt(note, 'text:note-body');
  return {
    is: note.attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote',
    mark: citation === undefined ? '' : plainWords(textIn(citation)),
    content: body === undefined ? [] : flowOfBlocks(body, story),
  };
};

const newAt = (story: Story, look: At['look']): At => ({
  story,
  lines: lineCollector(),
  look,
  isLink: false,
  boxes: [],
  noteOf: (note) => noteOf(note, story),
});

const boxesIn = ({ boxes, story }: At): ReadonlyArray<Flow> =>
  boxes.flatMap((box) => flowOfBlocks(box, story));

const headingMarker = (heading: XmlElement, level: number, { outline }: Story) => {
  const { levels, counters } = outline;
  if (heading.attributes['text:is-list-header'] === 'true') return undefined;
  const restart = heading.attributes['text:restart-numbering'] === 'true';
  const start = wholeIn(heading, 'text:start-value') ?? (restart ? 1 : undefined);
  countNext(levels, counters, level, start);
  return markerAt(levels, counters, level);
};

const readParagraph: ReadBlock = (element, story, { list, marker }) => {
  const { styles } = story;
  const style = element.attributes['text:style-name'];
  const isHeading = element.name === 'text:h';
  // The title of the whole stands above all headings, though the program calls it none.
  const isTitle = !isHeading && styles.isAfter('paragraph', style, 'Title');
  const level = isHeading ? countIn(element, 'text:outline-level') : isTitle ? 1 : undefined;
  const number =
    list === undefined && isHeading && level !== undefined
      ? headingMarker(element, level, story)
      : marker?.();
  if (isHidden(styles, 'paragraph', style)) {
    const words = textIn(element);
    return words.trim() === ''
      ? []
      : [aside({ kind: 'hidden', words: `Hidden words, not read: ${quoted(words)}` })];
  }
  const at = newAt(story, lookOf(styles, 'paragraph', style));
  readInline(element, at);
  if (isStruck(styles, 'paragraph', style)) sayStruck(textIn(element), at);
  const kind = level !== undefined ? 'heading' : number === undefined ? 'paragraph' : 'list item';
  return [
    {
      flow: 'paragraph',
      kind,
      lines: at.lines.take(),
      ...(number === undefined ? {} : { marker: number }),
      ...(level === undefined ? {} : { level }),
    },
    ...boxesIn(at),
  ];
};

const readList: ReadBlock = (list, story, inside) =>
  flowOfList(list, story, inside.list, (item, marker, at) =>
    flowOfBlocks(item, story, { list: at, marker }),
  );

const readTable: ReadBlock = (table, story) =>
  flowOfTable(table, story, (cell) => flowOfBlocks(cell, story));

const readSection: ReadBlock = (section, story, inside) => {
  if (section.attributes['text:display'] === 'none') {
    const words = textIn(section);
    return words.trim() === ''
      ? []
      : [aside({ kind: 'hidden', words: `A hidden section, not read: ${quoted(words)}` })];
  }
  const source = childrenNamed(section, 'text:section-source').map(
    ({ attributes }) => attributes['xlink:href'] ?? '',
  )[0];
  const flow = flowOfBlocks(section, story, inside);
  if (source === undefined || source === '') return flow;
  const words = `A section comes from another file (${plainWords(source.slice(0, 300))}), which is not fetched: it is read as it was last seen.`;
  return [...flow, aside({ kind: 'not read', words })];
};

/** A table of contents and its like: as they were last made. */
const readIndex: ReadBlock = (index, story, inside) => {
  const body = childAt(index, 'text:index-body');
  return body === undefined ? [] : flowOfBlocks(body, story, inside);
};

const readForms: ReadBlock = (forms) =>
  elementsOf(forms).length === 0
    ? []
    : [aside({ kind: 'not read', words: 'Form fields are not read.' })];

/** Changes that begin and end between paragraphs, comments and drawings that stand there. */
const readBetween: ReadBlock = (element, story) => {
  const at = newAt(story, {});
  if (element.name.startsWith('draw:')) readDrawn(element, at);
  else readInline({ name: '', attributes: {}, children: [element] }, at);
  const said = at.lines.take().flatMap(({ asides }) => asides);
  return [...said.map(aside), ...boxesIn(at)];
};

const index =
  'text:table-of-content text:illustration-index text:table-index text:object-index text:user-index text:alphabetical-index text:bibliography';

const readers: ReadonlyMap<string, ReadBlock> = new Map<string, ReadBlock>([
  ['text:p', readParagraph],
  ['text:h', readParagraph],
  ['text:list', readList],
  ['text:numbered-paragraph', (element, story, inside) => flowOfBlocks(element, story, inside)],
  ['text:section', readSection],
  ['text:index-title', readSection],
  ['table:table', readTable],
  ['office:forms', readForms],
  ...index.split(' ').map((name) => [name, readIndex] as const),
  ...['text:change', 'text:change-start', 'text:change-end', 'office:annotation'].map(
    (name) => [name, readBetween] as const,
  ),
]);

/** Reads what stands in an element: paragraphs, headings, lists, tables, sections, in their order. */
export const flowOfBlocks = (
  element: XmlElement,
  story: Story,
  inside: Inside = {},
): ReadonlyArray<Flow> =>
  elementsOf(element).flatMap((child) => {
    const read =
      readers.get(child.name) ?? (child.name.startsWith('draw:') ? readBetween : undefined);
    return read === undefined ? [] : read(child, story, inside);
  });
