import { limits } from '../limits.ts';
import type { Package } from '../package/open-package.ts';
import type { Relationship } from '../package/relationships.ts';
import { refuse } from '../refused-file.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { childAt, childrenNamed, elementsOf, textIn, type XmlElement } from '../xml/xml-element.ts';
import { wholeIn } from './attributes.ts';
import { cellAt, type CellAt } from './cell-reference.ts';
import { richTextCollector } from './rich-text.ts';

/** What somebody wrote beside a cell. */
export type Comment = Readonly<{
  at: CellAt;
  author: string;
  /** As the file says it, in ISO 8601; notes have none. */
  date?: string;
  words: string;
  isReply: boolean;
  isResolved: boolean;
}>;

/** Names of the people who comment, by their id. */
export type People = ReadonlyMap<string, string>;

const onOneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();

const named = (element: XmlElement, local: string): ReadonlyArray<XmlElement> =>
  elementsOf(element).filter(({ name }) => name === local);

/** Reads who comments in a workbook. The namespace of threads is no standard's: its names have no prefix here. */
export const peopleOf = async (
  name: string,
  file: Package,
  relationships: ReadonlyArray<Relationship>,
): Promise<People> => {
  const part = relationships.find(({ kind }) => kind === 'person')?.target ?? '';
  const bytes = await file.lookup(part);
  if (bytes === undefined) return new Map();
  const people = named(parseXml({ name, part }, bytes), 'person');
  return new Map(
    people.map(({ attributes }) => [attributes['id'] ?? '', attributes['displayName'] ?? '']),
  );
};

/** Words of a note, without the pronunciation of them. */
const richWords = (element: XmlElement): string => {
  const collector = richTextCollector();
  const walk = (one: XmlElement): void => {
    collector.open(one.name, one.attributes);
    for (const child of one.children) {
      if (typeof child === 'string') collector.text(child);
      else walk(child);
    }
    collector.close(one.name);
  };
  walk(element);
  return collector.take().words;
};

/** Excel begins a note with its author's name, which is told anyway. */
const withoutAuthor = (words: string, author: string): string =>
  author !== '' && words.startsWith(`${author}:`) ? words.slice(author.length + 1).trim() : words;

const notesIn = (root: XmlElement): ReadonlyArray<Comment> => {
  const authors = childAt(root, 'x:authors');
  const names = authors === undefined ? [] : childrenNamed(authors, 'x:author').map(textIn);
  const list = childAt(root, 'x:commentList');
  const comments = list === undefined ? [] : childrenNamed(list, 'x:comment');
  return comments.flatMap((comment) => {
    const at = cellAt(comment.attributes['ref'] ?? '');
    const author = onOneLine(names[wholeIn(comment.attributes, 'authorId') ?? -1] ?? '');
    const text = childAt(comment, 'x:text');
    const words = text === undefined ? '' : withoutAuthor(onOneLine(richWords(text)), author);
    return at === undefined || words === ''
      ? []
      : [{ at, author, words, isReply: false, isResolved: false }];
  });
};

const threadsIn = (root: XmlElement, people: People): ReadonlyArray<Comment> =>
  named(root, 'threadedComment').flatMap((comment) => {
    const { ref, personId, dT, parentId, done } = comment.attributes;
    const at = cellAt(ref ?? '');
    const words = onOneLine(named(comment, 'text').map(textIn).join(' '));
    if (at === undefined || words === '') return [];
    return [
      {
        at,
        author: onOneLine(people.get(personId ?? '') ?? ''),
        ...(dT === undefined ? {} : { date: dT }),
        words,
        isReply: parentId !== undefined,
        isResolved: done === '1' || done === 'true',
      },
    ];
  });

const most = limits.rows;

/**
 * Reads what was written beside the cells of a sheet: its threads, and the notes that are not an older program's copy
 * of one.
 */
export const commentsOf = async (
  name: string,
  file: Package,
  relationships: ReadonlyArray<Relationship>,
  people: People,
): Promise<ReadonlyArray<Comment>> => {
  const read = async (
    kind: string,
    commentsIn: (root: XmlElement) => ReadonlyArray<Comment>,
  ): Promise<ReadonlyArray<Comment>> => {
    const parts = relationships.filter((one) => one.kind === kind && !one.isExternal);
    const comments: Array<Comment> = [];
    for (const { target: part } of parts)
      comments.push(...commentsIn(parseXml({ name, part }, await file.read(part))));
    if (comments.length > most) {
      const seen = comments.length;
      refuse({
        _tag: 'OverLimit',
        name,
        part: parts[0]?.target ?? '',
        what: 'comments',
        seen,
        limit: most,
      });
    }
    return comments;
  };
  const threads = await read('threadedComment', (root) => threadsIn(root, people));
  const threaded = new Set(threads.map(({ at }) => `${at.row} ${at.column}`));
  const notes = await read('comments', notesIn);
  const isCopy = ({ at, author }: Comment): boolean =>
    author.startsWith('tc=') && threaded.has(`${at.row} ${at.column}`);
  return [...notes.filter((note) => !isCopy(note)), ...threads];
};
