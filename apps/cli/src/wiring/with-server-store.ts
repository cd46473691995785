import type { Failure } from '@trackrecord/application';
import type * as TheServer from '@trackrecord/server';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { mkdirSync } from 'node:fs';
import { dataDirectory } from './data-directory.ts';
import type { Shell } from './shell.ts';

/** What the server's libraries offer; only those commands that need them wait for them. */
export type Server = typeof TheServer;

/** Opens what the server of a data directory keeps besides the log, and puts it away whatever comes of it. */
export const withServerStore = <A>(
  { environment, clock }: Pick<Shell, 'environment' | 'clock'>,
  { data }: Readonly<{ data?: string }>,
  use: (server: Server, store: TheServer.ServerStore) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    TE.fromTask<Server, Failure>(() => import('@trackrecord/server')),
    TE.chain((server) => {
      const directory = dataDirectory(data, environment);
      return TE.bracket(
        pipe(
          TE.fromIO(() => {
            // A directory that cannot be made is told of with the file that is to be in it.
            try {
              mkdirSync(directory, { recursive: true, mode: 0o700 });
            } catch {
              return;
            }
          }),
          TE.chain(() =>
            server.openServerStore({ file: server.serverStoreFile(directory), clock }),
          ),
        ),
        (store) => use(server, store),
        (store) =>
          TE.fromIO(() => {
            store.close();
          }),
      );
    }),
  );
