import { type Failure, invalid } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf, unwritable } from './write-file.ts';

const taken = (file: string): Failure =>
  invalid(`${file} is there already: with --force it is written over; or give another name.`);

const standing = (file: string): Stats | undefined => lstatSync(file, { throwIfNoEntry: false });

/** Whether a file may be written under a name: to be asked before there is anything to write. */
export const nameIsFree = (file: string, force: boolean): E.Either<Failure, void> =>
  pipe(
    E.tryCatch(
      () => standing(file),
      (thrown) => unwritable(file, thrown),
    ),
    E.chain((there) => {
      if (there === undefined) return E.right(undefined);
      if (there.isDirectory())
        return E.left(invalid(`${file} is a directory; accepted is the name of a file.`));
      if (!force) return E.left(taken(file));
      return there.isFile() || there.isSymbolicLink()
        ? E.right(undefined)
        : E.left(invalid(`${file} is no file: it is left as it is.`));
    }),
  );

/** Where a link leads to stays the file; one that leads nowhere is replaced. */
const behind = (file: string): string => {
  if (standing(file)?.isSymbolicLink() !== true) return file;
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
};

const writeWhole = (file: string, bytes: Uint8Array): void => {
  const open = openSync(file, 'wx');
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(open, bytes, at);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
};

/** That a name has changed its file is durable once the directory is; not every system lets one say so. */
const settle = (directory: string): void => {
  try {
    const open = openSync(directory, 'r');
    try {
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
  } catch {
    // The file is whole in any case: only its name may be lost with the power.
  }
};

/** Gives the file its name in one step. A second name cannot replace a file, which `rename` does. */
const giveName = (from: string, to: string, force: boolean): void => {
  if (force) {
    renameSync(from, to);
    return;
  }
  try {
    linkSync(from, to);
  } catch (thrown) {
    // Some file systems know no second names: there the name was free a moment ago.
    if (codeOf(thrown) === 'EEXIST' || standing(to) !== undefined) throw thrown;
    renameSync(from, to);
  }
};

/**
 * Writes a file whole or not at all: beside its place first, then under its name, in one step. A file that is there is
 * left as it is unless it is to be written over; a directory that is not there is named.
 */
export const writeNewFile = (
  file: string,
  bytes: Uint8Array,
  { force }: Readonly<{ force: boolean }>,
): E.Either<Failure, void> =>
  pipe(
    nameIsFree(file, force),
    E.chain(() =>
      E.tryCatch(
        () => {
          const place = force ? behind(file) : file;
          const beside = join(
            dirname(place),
            `.${basename(place).slice(0, 100)}.${randomBytes(6).toString('hex')}`,
          );
          try {
            writeWhole(beside, bytes);
            giveName(beside, place, force);
          } finally {
            rmSync(beside, { force: true });
          }
          settle(dirname(place));
        },
        (thrown) => (codeOf(thrown) === 'EEXIST' ? taken(file) : unwritable(file, thrown)),
      ),
    ),
  );
