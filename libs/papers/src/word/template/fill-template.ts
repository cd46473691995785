import { readWordParts } from '@trackrecord/documents';
import {
  type FileChild,
  type IPatch,
  patchDetector,
  patchDocument,
  PatchType,
  TextRun,
} from 'docx';
import * as E from 'fp-ts/lib/Either.js';
import type { BoardPaper } from '../../paper/board-paper.ts';
import { endingLine, sectionSetter, titleBlock } from '../paper-blocks.ts';
import type { PaperRefusal } from '../paper-refusal.ts';
import { documentProperties } from '../properties.ts';
import { contentTypes, type Parts, partsOf, setText, textOf } from '../../package/package-parts.ts';
import { numbering } from '../style-sheet.ts';
import type { WordSetting, WordStyles } from '../word-look.ts';
import { xmlWords } from '../xml-words.ts';
import { placeholderOf, placeholders, wordsFor } from './placeholders.ts';
import { placeOfPaper } from './place-of-paper.ts';
import { templateStyles } from './template-styles.ts';

type Refused<A> = E.Either<PaperRefusal, A>;

const text = 'word/document.xml';
const styleSheet = 'word/styles.xml';

/** The placeholders of a template as somebody typed them, each known. */
const checked = (typed: ReadonlyArray<string>): Refused<ReadonlyArray<string>> => {
  const unknown = typed.filter((name) => placeholderOf(name) === undefined);
  if (unknown.length > 0)
    return E.left({ _tag: 'UnknownPlaceholders', unknown, accepted: placeholders });
  return typed.some((name) => placeholderOf(name) === 'paper')
    ? E.right(typed)
    : E.left({ _tag: 'NoPlaceForPaper' });
};

/** A template without a place for the title has it with the paper. */
const bodyOf = (
  paper: BoardPaper,
  setting: WordSetting,
  typed: ReadonlyArray<string>,
): ReadonlyArray<FileChild> => {
  const sectionOf = sectionSetter();
  return [
    ...(typed.some((name) => placeholderOf(name) === 'title') ? [] : titleBlock(paper, setting)),
    ...paper.sections.flatMap((section) => sectionOf(section, setting)),
    endingLine(paper, setting),
  ];
};

const patchesFor = (
  paper: BoardPaper,
  setting: WordSetting,
  typed: ReadonlyArray<string>,
): Readonly<Record<string, IPatch>> => {
  const words = wordsFor(paper);
  const patchOf = (name: string): IPatch => {
    const placeholder = placeholderOf(name);
    return placeholder === undefined || placeholder === 'paper'
      ? { type: PatchType.DOCUMENT, children: bodyOf(paper, setting, typed) }
      : { type: PatchType.PARAGRAPH, children: [new TextRun(xmlWords(words[placeholder]))] };
  };
  return Object.fromEntries(typed.map((name): readonly [string, IPatch] => [name, patchOf(name)]));
};

/** What a template (.dotx) says it is, a document says otherwise. */
const asDocument = (parts: Parts): void => {
  setText(
    parts,
    contentTypes,
    textOf(parts, contentTypes).replace(
      'wordprocessingml.template.main+xml',
      'wordprocessingml.document.main+xml',
    ),
  );
};

/** A template with the paper in it, and the styles that the paper uses there. */
export type Filled = Readonly<{ parts: Parts; styles: WordStyles }>;

const filled = async (
  template: Uint8Array,
  paper: BoardPaper,
  typed: ReadonlyArray<string>,
  { width_twips, parts }: Readonly<{ width_twips: number; parts: ReadonlyMap<string, Uint8Array> }>,
): Promise<Filled> => {
  const { styles, sheet } = await templateStyles(textOf(parts, styleSheet));
  const patched = await patchDocument({
    outputType: 'uint8array',
    data: template,
    trimPlaceholders: true,
    patches: patchesFor(paper, { styles, width_twips }, typed),
    numbering,
    properties: documentProperties(paper),
  });
  const filledParts = await partsOf(patched);
  setText(filledParts, styleSheet, sheet);
  asDocument(filledParts);
  return { parts: filledParts, styles };
};

const detailOf = (thrown: unknown): string =>
  (thrown instanceof Error ? thrown.message : 'it cannot be filled in').slice(0, 200);

/**
 * Writes a paper into an organisation's own template: its cover, headers, footers and styles stay as they are,
 * placeholders are filled in, and the paper stands where `{{paper}}` is.
 * @returns the document, or why the template is not taken
 */
export const fillTemplate = async (
  template: Uint8Array,
  paper: BoardPaper,
): Promise<Refused<Filled>> => {
  const parts = await readWordParts({ name: 'the template', bytes: template });
  if (E.isLeft(parts)) return E.left({ _tag: 'TemplateNotRead', refusal: parts.left });
  try {
    const typed = checked(await patchDetector({ data: template, trimPlaceholders: true }));
    if (E.isLeft(typed)) return typed;
    const place = placeOfPaper(textOf(parts.right, text));
    if (E.isLeft(place)) return place;
    return E.right(
      await filled(template, paper, typed.right, {
        width_twips: place.right.width_twips,
        parts: parts.right,
      }),
    );
  } catch (thrown) {
    return E.left({ _tag: 'TemplateNotFilled', detail: detailOf(thrown) });
  }
};
