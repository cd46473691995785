import {
  childAt,
  listCounters,
  listsOf,
  lookupWordPart,
  type WordPart,
  type WordParts,
} from '@trackrecord/documents';
import * as E from 'fp-ts/lib/Either.js';
import type { BoardPaper } from '../../paper/board-paper.ts';
import type { PaperRefusal } from '../../word/paper-refusal.ts';
import { checkedTemplate, orNotFilled } from '../../word/template/checked-template.ts';
import { wordsFor } from '../../word/template/placeholders.ts';
import type { House, HouseBlock } from './house.ts';
import { houseLooks } from './house-looks.ts';
import { inSentences, noNotes } from './notes.ts';
import { picturesIn } from './pictures-in.ts';
import { readBlocks } from './read-blocks.ts';
import { readSections } from './read-sections.ts';
import type { Reading } from './reading.ts';
import { listOfStyle, stylesOf } from './styles.ts';
import { titleIn } from './title-in.ts';
import { isOn } from './values.ts';

type Refused<A> = E.Either<PaperRefusal, A>;

const main = 'word/document.xml';

/** The part of a type that the document leads to. */
const related = (parts: WordParts, { relations }: WordPart, type: string) => {
  const found = [...relations.values()].find((one) => one.kind === type && !one.isExternal);
  return found === undefined ? Promise.resolve(undefined) : lookupWordPart(parts, found.target);
};

/** Headers and footers, by the ids that sections name them by. */
const furnitureIn = async (
  parts: WordParts,
  { relations }: WordPart,
  reading: Reading,
): Promise<ReadonlyMap<string, ReadonlyArray<HouseBlock>>> => {
  const read = new Map<string, ReadonlyArray<HouseBlock>>();
  for (const [id, { kind, target }] of relations) {
    if (kind !== 'header' && kind !== 'footer') continue;
    const part = await lookupWordPart(parts, target);
    if (part === undefined) continue;
    read.set(
      id,
      readBlocks(part.root, {
        ...reading,
        ...{ relations: part.relations, fields: [], counters: listCounters() },
      }),
    );
  }
  return read;
};

const houseIn = async (
  parts: WordParts,
  pictures: ReadonlyMap<string, string>,
  paper: BoardPaper,
): Promise<Refused<House>> => {
  const document = await lookupWordPart(parts, main);
  const body = childAt(document?.root, 'w:body');
  if (document === undefined || body === undefined)
    return E.left({ _tag: 'TemplateNotFilled', detail: 'it has no text' });
  const notes = noNotes();
  const styles = stylesOf((await related(parts, document, 'styles'))?.root);
  const reading: Reading = {
    ...{ styles, notes, pictures },
    words: wordsFor(paper),
    relations: document.relations,
    ground: '#ffffff',
    lists: listsOf((await related(parts, document, 'numbering'))?.root, (id) =>
      listOfStyle(styles, id),
    ),
    counters: listCounters(),
    table: undefined,
    fields: [],
  };
  if (childAt(document.root, 'w:background') !== undefined)
    notes.others.add('The colour of pages is left out.');
  const furniture = await furnitureIn(parts, document, reading);
  const settings = (await related(parts, document, 'settings'))?.root;
  const sections = readSections(body, {
    reading,
    lookupFurniture: (id) => furniture.get(id),
    evenDiffers: isOn([settings], 'w:evenAndOddHeaders'),
  });
  const title = titleIn(sections);
  const looks = houseLooks(styles, notes, title === undefined);
  return E.right({ sections, title, looks, notTaken: inSentences(notes) });
};

/**
 * Reads of an organisation's own Word template what a PDF can take of it: its pages, cover, headers and footers with
 * their pictures, and how its styles set words. Placeholders are filled in.
 * @returns the house, with what is not taken in sentences; or why the template is not taken at all
 */
export const readHouse = async (
  template: Uint8Array,
  paper: BoardPaper,
): Promise<Refused<House>> => {
  const checked = await checkedTemplate(template);
  if (E.isLeft(checked)) return checked;
  const { parts } = checked.right;
  const pictures = picturesIn(parts);
  return E.isLeft(pictures) ? pictures : orNotFilled(() => houseIn(parts, pictures.right, paper));
};
