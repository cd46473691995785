import type { Piece } from '../../document/blocks-of-pieces.ts';
import type { Reader } from '../reader.ts';
import { refuse } from '../refused-file.ts';
import { childAt, childrenNamed, type XmlElement } from '../xml/xml-element.ts';
import { byId } from './besides/by-id.ts';
import { type AroundPage, tellAroundPage } from './besides/read-around-page.ts';
import { readNotes } from './besides/read-notes.ts';
import { remarkList } from './besides/remark-list.ts';
import { type Book, countThing, tallies } from './blocks/book.ts';
import { readBlocks } from './blocks/read-blocks.ts';
import { tellOtherComments } from './blocks/tell-paragraph.ts';
import { themeOf } from './colours/theme.ts';
import { followFields } from './inline/fields.ts';
import { listCounters } from './numbering/list-counters.ts';
import { listsOf } from './numbering/list-definitions.ts';
import { lookupRelated, relationsOf } from './relations.ts';
import { outermost } from './structure.ts';
import { styleSheetOf } from './styles/style-sheet.ts';
import { openWord, type WordParts } from './word-parts.ts';

type Progress = Book['progress'];

const bookOf = async (parts: WordParts, progress: Progress): Promise<Book> => {
  const theme = themeOf(await parts.related('theme'));
  const styles = styleSheetOf(await parts.related('styles'), theme);
  const counted = tallies();
  return {
    name: parts.name,
    part: parts.main,
    story: {
      styles,
      theme,
      relations: parts.relations,
      fields: followFields(),
      count: countThing(counted),
      isAroundPage: false,
    },
    lists: listsOf(await parts.related('numbering'), styles.listOf),
    counters: listCounters(),
    comments: byId(await parts.related('comments'), 'w:comment'),
    commented: new Set(),
    references: [],
    tallies: counted,
    remarks: remarkList(),
    progress,
  };
};

/** The same book for another part, which has relations of its own. */
const bookFor = async (
  book: Book,
  parts: WordParts,
  part: string,
  isAroundPage: boolean,
): Promise<Book> => ({
  ...book,
  part,
  story: {
    ...book.story,
    relations: await relationsOf(parts.name, parts.package, part),
    fields: followFields(),
    isAroundPage,
  },
});

const bodyOf = ({ name, main, document }: WordParts): XmlElement =>
  (document.name === 'w:document' ? childAt(document, 'w:body') : undefined) ??
  refuse({
    _tag: 'Damaged',
    name,
    part: main,
    seen: 'there is no body',
    accepted: 'a Word document',
  });

const notesOf = async (
  kind: 'footnote' | 'endnote',
  book: Book,
  parts: WordParts,
): Promise<ReadonlyArray<Piece>> => {
  const part = lookupRelated(parts.relations, `${kind}s`);
  if (part === undefined || book.references.every((one) => one.kind !== kind)) return [];
  const notes = byId(await parts.parse(part), `w:${kind}`);
  const own = await bookFor(book, parts, part, false);
  // References inside notes would be notes on notes: there are none.
  return readNotes(kind, [...book.references], { book: { ...own, references: [] }, byId: notes });
};

/** Headers and footers in the order of the document's sections, each part once. */
const aroundPageOf = async (book: Book, parts: WordParts): Promise<ReadonlyArray<AroundPage>> => {
  const found: Array<AroundPage> = [];
  const seen = new Set<string>();
  for (const section of outermost(parts.document, 'w:sectPr')) {
    for (const place of ['header', 'footer'] as const) {
      for (const { attributes } of childrenNamed(section, `w:${place}Reference`)) {
        const relation = parts.relations.get(attributes['r:id'] ?? '');
        if (relation === undefined || relation.isExternal || seen.has(relation.target)) continue;
        seen.add(relation.target);
        const root = await parts.parse(relation.target);
        found.push({ place, root, book: await bookFor(book, parts, relation.target, true) });
      }
    }
  }
  return found;
};

/**
 * Reads a Word document (.docx): ECMA-376 (ISO/IEC 29500), transitional and strict, by the document's own parts.
 *
 * Words come as people see them: with automatic numbers, insertions in and deletions out, results of fields. Everything
 * that becomes no piece is remarked on. Nothing is executed, and nothing outside the file is fetched.
 */
export const readWord: Reader = async ({ name, bytes, progress }) => {
  const parts = await openWord(name, bytes);
  const book = await bookOf(parts, progress);
  const body = readBlocks(bodyOf(parts), book, { depth: 0 });
  const pieces = [
    ...body,
    ...(await notesOf('footnote', book, parts)),
    ...(await notesOf('endnote', book, parts)),
  ];
  tellAroundPage(await aroundPageOf(book, parts));
  tellOtherComments(book);
  const { properties } = parts;
  return {
    pieces,
    remarks: book.remarks.about(pieces),
    ...(properties === undefined ? {} : { properties }),
  };
};
