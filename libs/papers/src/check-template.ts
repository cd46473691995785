import { type Failure, invalid } from '@trackrecord/application';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import type * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { BoardPaper } from './paper/board-paper.ts';
import { describePaperRefusal, type PaperRefusal } from './word/paper-refusal.ts';

/** The shortest paper that there is. */
const tried = (madeOn: LocalDate, ordinal: Ordinal): BoardPaper => ({
  about: {
    plan: 'a-plan',
    asOf: madeOn,
    ordinal,
    asIn: null,
    madeOn,
    organisation: null,
    period: null,
    language: 'en-GB',
  },
  title: 'A plan',
  subtitle: 'Board paper',
  standing: ['As of a date'],
  sections: [
    {
      kind: 'summary',
      heading: 'Summary',
      isWide: false,
      blocks: [{ _tag: 'Paragraph', words: 'Nothing is in the plan.' }],
    },
  ],
  footer: 'A plan',
  ending: 'Made by Trackrecord',
});

const orInvalid =
  (field: string) =>
  <A>(written: Promise<E.Either<PaperRefusal, A>>): TE.TaskEither<Failure, A> =>
    pipe(
      () => written,
      TE.mapLeft((refusal) => invalid(describePaperRefusal(refusal), field)),
    );

/**
 * Tries a template with a paper, as Word and as PDF: one that is kept for all papers must do for both.
 * @param field which field of the request the template is, for what is refused
 * @returns what of it a PDF does not take, in sentences
 */
export const checkTemplate = (
  template: Uint8Array,
  on: Readonly<{ madeOn: LocalDate; ordinal: Ordinal }>,
  field: string,
): TE.TaskEither<Failure, ReadonlyArray<string>> => {
  const paper = tried(on.madeOn, on.ordinal);
  return pipe(
    TE.fromTask(() => Promise.all([import('./word/word-paper.ts'), import('./pdf/pdf-paper.ts')])),
    TE.chain(([{ wordPaper }, { pdfPaperIn }]) =>
      pipe(
        orInvalid(field)(wordPaper(paper, template)),
        TE.chain(() => orInvalid(field)(pdfPaperIn(template, paper))),
        TE.map(({ notTaken }) => notTaken),
      ),
    ),
  );
};
