import { once } from 'node:events';
import { chmodSync, lstatSync, mkdirSync, renameSync, rmSync, type Stats } from 'node:fs';
import type { Server } from 'node:net';
import { join } from 'node:path';
import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { unavailable } from '../sqlite/sqlite-failure.ts';
import { withShortAddress } from './short-address.ts';
import { isInDirectory } from './socket-file.ts';

/** Takes the socket's file away again, where it is still the one that was made. */
type Remove = () => void;

const lookup = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false });

const isOwn = ({ uid }: Stats): boolean => process.getuid?.() === uid;

const inTheWay = (path: string, why: string): E.Either<StorageError, never> =>
  E.left({
    _tag: 'Unavailable',
    message: `cannot listen at ${path}: ${why}; it was left as it is. Look what it is, and take it away`,
  });

/** Whether nothing is there but what an earlier process of this user left when it was killed. */
const onlyOwnAt = (
  path: string,
  kind: 'socket' | 'directory',
): E.Either<StorageError, Stats | undefined> => {
  const found = lookup(path);
  if (found === undefined) return E.right(undefined);
  const isOfKind = kind === 'socket' ? found.isSocket() : found.isDirectory();
  if (!isOfKind) return inTheWay(path, `something that is no ${kind} is there`);
  return isOwn(found)
    ? E.right(found)
    : inTheWay(path, `the ${kind} there belongs to another user (number ${found.uid})`);
};

const listen = async (server: Server, address: string): Promise<void> => {
  const listening = once(server, 'listening');
  server.listen({ path: address });
  await listening;
};

/** The one name in the directory in which a socket is made. */
const made = 's';

/**
 * Makes the socket where nobody else may go, gives it the mode that it is to have, and only then puts it where it is
 * looked for: at no moment another user could have opened it, whatever the umask and the data directory's mode are.
 */
const listenThenMove = async (server: Server, path: string): Promise<Remove> => {
  const directory = `${path}.new`;
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { mode: 0o700 });
  try {
    await withShortAddress(directory, made, (address) => listen(server, address));
    chmodSync(join(directory, made), 0o600);
    const { ino } = lstatSync(join(directory, made));
    renameSync(join(directory, made), path);
    return () => {
      if (lookup(path)?.ino === ino) rmSync(path, { force: true });
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

/**
 * Lets a server listen at a path where only its owner can reach it. A socket that an earlier process of the same user
 * left there makes way; anything else is left as it is. Only to be called by whoever holds the log's write lock: a
 * socket that is there is then nobody's.
 */
export const listenPrivately = (
  server: Server,
  path: string,
): TE.TaskEither<StorageError, Remove> =>
  isInDirectory
    ? pipe(
        onlyOwnAt(path, 'socket'),
        E.chain(() => onlyOwnAt(`${path}.new`, 'directory')),
        TE.fromEither,
        TE.chainW(() =>
          TE.tryCatch(() => listenThenMove(server, path), unavailable('listen at', path)),
        ),
      )
    : TE.tryCatch(
        async () => {
          await listen(server, path);
          return () => undefined;
        },
        unavailable('listen at', path),
      );
