import * as E from 'fp-ts/lib/Either.js';
import type { BoardPaper } from '../paper/board-paper.ts';
import { ownDocument } from './own-document.ts';
import type { PaperRefusal } from './paper-refusal.ts';
import { partsOf } from '../package/package-parts.ts';
import { sealedFile } from './sealed-file.ts';
import { fillTemplate } from './template/fill-template.ts';
import { ownStyles } from './word-look.ts';

/**
 * A board paper as a Word document (.docx): real headings, heads of tables that stand again on every page, ratings in
 * colour and in words, charts that can be edited, alternative texts, page numbers, and in its properties what it was
 * made from. The same paper, in the same template, is the same bytes.
 * @param template a .docx (or .dotx) that somebody made in Word, with placeholders such as `{{title}}` and, in a
 * paragraph of its own, `{{paper}}`; see docs/board-papers.md. Without one the paper has a plain look of its own
 * @returns the file, or why the template is not taken
 */
export const wordPaper = async (
  paper: BoardPaper,
  template?: Uint8Array,
): Promise<E.Either<PaperRefusal, Uint8Array>> => {
  if (template === undefined)
    return E.right(await sealedFile(await partsOf(await ownDocument(paper)), paper, ownStyles));
  const filled = await fillTemplate(template, paper);
  return E.isLeft(filled)
    ? filled
    : E.right(await sealedFile(filled.right.parts, paper, filled.right.styles));
};
