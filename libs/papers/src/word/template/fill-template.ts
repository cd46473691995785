import { type FileChild, type IPatch, patchDocument, PatchType, TextRun } from 'docx';
import * as E from 'fp-ts/lib/Either.js';
import type { BoardPaper } from '../../paper/board-paper.ts';
import { endingLine, sectionSetter, titleBlock } from '../paper-blocks.ts';
import type { PaperRefusal } from '../paper-refusal.ts';
import { documentProperties } from '../properties.ts';
import { contentTypes, type Parts, partsOf, setText, textOf } from '../../package/package-parts.ts';
import { numbering } from '../style-sheet.ts';
import type { WordSetting, WordStyles } from '../word-look.ts';
import { xmlWords } from '../xml-words.ts';
import { type CheckedTemplate, checkedTemplate, orNotFilled } from './checked-template.ts';
import { placeholderOf, wordsFor } from './placeholders.ts';
import { withoutItsTemplate, withoutItsTemplateLink } from './unsafe-in-template.ts';
import { templateStyles } from './template-styles.ts';

type Refused<A> = E.Either<PaperRefusal, A>;

const styleSheet = 'word/styles.xml';

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

const settings = 'word/settings.xml';
const settingsLinks = 'word/_rels/settings.xml.rels';

const leaveItsTemplate = (parts: Parts): void => {
  if (!parts.has(settingsLinks)) return;
  setText(parts, settings, withoutItsTemplate(textOf(parts, settings)));
  setText(parts, settingsLinks, withoutItsTemplateLink(textOf(parts, settingsLinks)));
};

/** A template with the paper in it, and the styles that the paper uses there. */
export type Filled = Readonly<{ parts: Parts; styles: WordStyles }>;

const filled = async (
  template: Uint8Array,
  paper: BoardPaper,
  { width_twips, parts, typed }: CheckedTemplate,
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
  leaveItsTemplate(filledParts);
  return { parts: filledParts, styles };
};

/**
 * Writes a paper into an organisation's own template: its cover, headers, footers and styles stay as they are,
 * placeholders are filled in, and the paper stands where `{{paper}}` is.
 * @returns the document, or why the template is not taken
 */
export const fillTemplate = async (
  template: Uint8Array,
  paper: BoardPaper,
): Promise<Refused<Filled>> => {
  const checked = await checkedTemplate(template);
  return E.isLeft(checked)
    ? checked
    : orNotFilled(async () => E.right(await filled(template, paper, checked.right)));
};
