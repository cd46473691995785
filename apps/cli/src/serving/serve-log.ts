import { type Failure, storage } from '@trackrecord/application';
import type * as TheServer from '@trackrecord/server';
import type { Configuration, Running, SampleAccount, ServerStore } from '@trackrecord/server';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { nodeFollower } from '../following/node-follower.ts';
import { openingBars } from '../terminal/progress.ts';
import { afterwards } from '../terminal/afterwards.ts';
import type { LogPlace } from '../wiring/log-place.ts';
import { type OpenData, openToServe } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { nodeOf } from './node-of.ts';

type Server = typeof TheServer;

/** What is to be served, and how. */
export type Serving = Readonly<{
  place: LogPlace;
  /** Where the server keeps what is no fact about a plan. */
  directory: string;
  configuration: Configuration;
  /** Done once everything is open and before anybody can ask: sample accounts, or a look for such. */
  beforehand: (data: OpenData, store: ServerStore) => TE.TaskEither<Failure, unknown>;
  /** Whom the sign-in page names, with their passwords. */
  sampleAccounts: ReadonlyArray<SampleAccount>;
  /** Told once people can ask; with a code, as long as there is no administrator. */
  onListening: (running: Running, setupCode: string | undefined) => void;
}>;

const opened = (shell: Shell, place: LogPlace): TE.TaskEither<Failure, OpenData> => {
  const bars = openingBars(shell.terminal);
  return pipe(openToServe({ ...shell, ...bars })(place), afterwards(bars.stop));
};

/** Following that breaks off ends the server: one that only seems to be up to date helps nobody. */
const broken = (thrown: unknown): Failure =>
  storage({ _tag: 'Unavailable', message: `following broke off: ${String(thrown)}` });

/**
 * Serves a log until the shell is told to stop: follows it into the views, lets the command line on the same data
 * directory write through this process, answers pages and API. Everything is put away in the opposite order.
 */
export const serveLog = (
  shell: Shell,
  server: Server,
  { place, directory, configuration, beforehand, sampleAccounts, onListening }: Serving,
): TE.TaskEither<Failure, void> => {
  const stopped = shell.untilStopped();
  const ended = new AbortController();

  const serve = (data: OpenData, store: ServerStore): TE.TaskEither<Failure, void> => {
    const follower = nodeFollower({ ...data, pause: shell.pause });
    const following = follower.run(AbortSignal.any([stopped, ended.signal]));
    return TE.bracket(
      server.startServer({
        data,
        store,
        directory,
        configuration,
        sampleAccounts,
        node: nodeOf(follower.state, configuration.maxLag_seconds),
        logger: server.serverLogger(configuration),
      }),
      (running) =>
        pipe(
          running.setupCode(),
          TE.map((setupCode) => {
            onListening(running, setupCode);
          }),
          TE.chain(() => TE.tryCatch(() => following, broken)),
        ),
      ({ close }) =>
        TE.fromTask(async () => {
          await close();
          ended.abort();
          await following.catch(() => undefined);
        }),
    );
  };

  return TE.bracket(
    opened(shell, place),
    (data) =>
      TE.bracket(
        server.openServerStore({ file: server.serverStoreFile(directory), clock: shell.clock }),
        (store) =>
          pipe(
            beforehand(data, store),
            TE.chain(() => serve(data, store)),
          ),
        (store) =>
          TE.fromIO(() => {
            store.close();
          }),
      ),
    ({ close }) => TE.fromTask(close),
  );
};
