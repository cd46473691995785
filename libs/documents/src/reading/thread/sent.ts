import * as E from 'fp-ts/lib/Either.js';
import { wordsRangesOf } from '../../correcting/words-range.ts';
import { textOf } from '../../document/document.ts';
import type { Asked, ReadDocument } from '../read-document.ts';
import type { ReadRefusal } from '../read-refusal.ts';

/** What tells a corrected document from the file that was asked for. */
type OfCorrected = 'source' | 'text' | 'ranges' | 'bytes';

/** What the thread sends of a document: nothing that whoever asked has already, or finds in the rest. */
export type Sent = Omit<ReadDocument, OfCorrected> &
  Readonly<{ corrected?: Pick<ReadDocument, OfCorrected> }>;

type Read = E.Either<ReadRefusal, ReadDocument>;

/** What is sent of what was read. Without corrections it is the file that was asked for, and its text is its blocks'. */
export const sent = ({ corrections }: Asked, read: Read): E.Either<ReadRefusal, Sent> =>
  E.map(({ source, text, ranges, bytes, ...rest }: ReadDocument): Sent =>
    corrections.length === 0 ? rest : { ...rest, corrected: { source, text, ranges, bytes } },
  )(read);

/** What was read, of what was sent. */
export const received = (asked: Asked, answer: E.Either<ReadRefusal, Sent>): Read =>
  E.map(({ corrected, ...rest }: Sent): ReadDocument => {
    if (corrected !== undefined) return { ...rest, ...corrected };
    const text = textOf(rest.document);
    return {
      ...rest,
      source: text,
      text,
      ranges: wordsRangesOf(rest.document),
      bytes: asked.bytes,
    };
  })(answer);
