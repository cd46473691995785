import { type Failure, invalid, missing } from '@trackrecord/application';
import {
  describeReadRefusal,
  type Document,
  maxTextBytes,
  type ReadRefusal,
  readText,
} from '@trackrecord/documents';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';

const refused = (refusal: ReadRefusal): Failure => ({
  _tag: 'Unreadable',
  message: describeReadRefusal(refusal),
});

const codeOf = (thrown: unknown): unknown =>
  thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;

/** Why a file cannot be read, without the machine's own words for it. */
const unreadable = (file: string, thrown: unknown): Failure => {
  switch (codeOf(thrown)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return missing(`There is no file ${file}.`);
    case 'EISDIR':
      return invalid(`${file} is a directory; accepted is a file of plain text.`);
    case 'EACCES':
    case 'EPERM':
      return {
        _tag: 'Unreadable',
        message: `${file} may not be read by you: see its permissions.`,
      };
    default:
      return { _tag: 'Unreadable', message: `${file} cannot be read: ${String(thrown)}` };
  }
};

/** A document from a file; its size is looked at first: an over-large file is refused unread. */
export const readDocument = (file: string): E.Either<Failure, Document> =>
  pipe(
    E.tryCatch(
      () => statSync(file).size,
      (thrown) => unreadable(file, thrown),
    ),
    E.filterOrElse(
      (bytes) => bytes <= maxTextBytes,
      (bytes) => refused({ _tag: 'FileTooLarge', name: file, bytes, limit: maxTextBytes }),
    ),
    E.chain(() =>
      E.tryCatch(
        () => readFileSync(file),
        (thrown) => unreadable(file, thrown),
      ),
    ),
    E.chain((bytes) => E.mapLeft(refused)(readText(basename(file), bytes))),
  );
