import { type Failure, invalid, missing } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { writeFileSync } from 'node:fs';

export const codeOf = (thrown: unknown): unknown =>
  thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;

/** Why a file cannot be written, without the machine's own words for it. */
export const unwritable = (file: string, thrown: unknown): Failure => {
  switch (codeOf(thrown)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return missing(`There is no directory for ${file}.`);
    case 'EISDIR':
      return invalid(`${file} is a directory; accepted is the name of a file.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return invalid(`${file} may not be written by you: see its permissions.`);
    default:
      return invalid(`${file} cannot be written: ${String(thrown)}`);
  }
};

/** Writes a text into a file, over what it held. */
export const writeFile = (file: string, text: string): E.Either<Failure, void> =>
  E.tryCatch(
    () => {
      writeFileSync(file, text);
    },
    (thrown) => unwritable(file, thrown),
  );
