import { type Failure, invalid } from '@trackrecord/application';
import { choicesIn } from '@trackrecord/documents';
import type { ColumnChoice } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';

/** An option that may be given several times: what was said by all of them. */
export const oneMore = (
  text: string,
  others: ReadonlyArray<string> | undefined,
): ReadonlyArray<string> => [...(others ?? []), text];

/** What one option says: the last "=" parts the head from its meaning, since a head may have one too. */
const parted = (text: string): E.Either<string, readonly [head: string, meaning: string]> => {
  const at = text.lastIndexOf('=');
  return at < 0
    ? E.left(
        `“${text}” is not accepted; accepted is the head of a column and what it means, such as --map "RAG Status=rating".`,
      )
    : E.right([text.slice(0, at), text.slice(at + 1)]);
};

/** What the options `--map HEAD=MEANING` say that columns mean. */
export const parseMap = (
  texts: ReadonlyArray<string>,
): E.Either<Failure, ReadonlyArray<ColumnChoice>> =>
  pipe(
    texts,
    E.traverseArray(parted),
    E.chain(choicesIn),
    E.mapLeft((message) => invalid(`--map: ${message}`)),
  );
