import { type Failure, invalid, missing } from '@trackrecord/application';
import { type ReadDocument, readingLimits, readSafely } from '@trackrecord/documents';
import type { ColumnChoice, PlanId } from '@trackrecord/domain';
import { notRead } from '@trackrecord/papers';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';

const limit = readingLimits.file_bytes;

const codeOf = (thrown: unknown): unknown =>
  thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;

/** Why a file cannot be read, without the machine's own words for it. */
const unreadable = (file: string, thrown: unknown): Failure => {
  switch (codeOf(thrown)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return missing(`There is no file ${file}.`);
    case 'EISDIR':
      return invalid(`${file} is a directory; accepted is a document.`);
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

/** The bytes of a file; its size is looked at first: an over-large one is refused unread. */
export const bytesOf = (file: string): E.Either<Failure, Uint8Array> =>
  pipe(
    E.tryCatch(
      () => statSync(file).size,
      (thrown) => unreadable(file, thrown),
    ),
    E.filterOrElse(
      (bytes) => bytes <= limit,
      (bytes) => notRead({ _tag: 'FileTooLarge', name: file, bytes, limit }),
    ),
    E.chain(() =>
      E.tryCatch(
        () => readFileSync(file),
        (thrown) => unreadable(file, thrown),
      ),
    ),
  );

/**
 * A document from a file of any kind that is read, with the plan that it proposes.
 * @param columns what was said that its columns mean
 * @param copyOf the plan that a copy of may have come back; absent where a copy is read as any other document
 * @param progress is told how far the reading of a large one has come
 */
export const readDocument = (
  file: string,
  columns: ReadonlyArray<ColumnChoice>,
  copyOf: PlanId | undefined,
  progress: (done: number, of: number) => void,
): TE.TaskEither<Failure, ReadDocument> =>
  pipe(
    TE.fromEither(bytesOf(file)),
    TE.chain((bytes) =>
      pipe(
        () =>
          readSafely({ name: basename(file), bytes, corrections: [], columns, copyOf }, progress),
        TE.mapLeft(notRead),
      ),
    ),
  );
