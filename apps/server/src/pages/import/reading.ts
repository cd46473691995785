import type { Failure } from '@trackrecord/application';
import {
  type Corrections,
  describeReadRefusal,
  type Document,
  proposePlan,
  readCorrected,
  type TextRange,
  wordsRangesOf,
} from '@trackrecord/documents';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../../desk.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import type { KeptUpload } from '../../store/server-store.ts';
import { versionOf } from './import-draft.ts';

/** An upload as it is read with its corrections, and the plan that it proposes. */
export type Reading = Readonly<{
  document: Document;
  proposal: ReturnType<typeof proposePlan>;
  /** The text as it was sent, and as it is corrected. */
  source: string;
  text: string;
  bytes: Uint8Array;
  /** Where the words of each block stand in the corrected text. */
  ranges: ReadonlyArray<TextRange>;
}>;

/** Reading takes a tenth of a second, and each page about an upload needs it. */
const keptReadings = keptAnswers<Reading>(12);

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads an upload; a file that is no text says what it is. */
export const readingOf = (
  desk: Desk,
  { id, name, bytes }: Pick<KeptUpload, 'id' | 'name' | 'bytes'>,
  corrections: Corrections,
): E.Either<Failure, Reading> =>
  keptReadings(desk, `${id} ${versionOf(corrections)}`, () =>
    pipe(
      readCorrected(name, bytes, corrections),
      E.bimap(
        (refusal): Failure => ({ _tag: 'Unreadable', message: describeReadRefusal(refusal) }),
        ({ document, text, bytes: corrected }): Reading => ({
          document,
          proposal: proposePlan(document),
          source: decoder.decode(bytes),
          text,
          bytes: corrected,
          ranges: wordsRangesOf(document.blocks),
        }),
      ),
    ),
  );

/** A text in which no action was found is no plan. */
export const isPlan = ({ proposal }: Pick<Reading, 'proposal'>): boolean =>
  proposal.actions.length > 0;
