import { type Failure, storage } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { afterwards } from '../terminal/afterwards.ts';
import { openingBars } from '../terminal/progress.ts';
import type { LogPlace } from '../wiring/log-place.ts';
import { type OpenData, openToFollow } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { breathingLog } from './breathing-log.ts';
import { type Line, lineTeller, stateTeller } from './follow-lines.ts';
import type { Answering, Listening } from './health-server.ts';
import type { Address } from './listen-address.ts';
import { type NodeFollower, nodeFollower } from './node-follower.ts';
import { type NodeState, starting } from './node-state.ts';

/** How a log is followed: where that is told, how far behind is ready, and in which form. */
export type Following = Readonly<{
  address: Address | undefined;
  maxLag_seconds: number;
  asJson: boolean;
}>;

/** How often it is looked whether there is anything to tell. */
const look_ms = 1000;

type Running = Readonly<{ shell: Shell; tell: (line: Line) => void; stopped: AbortSignal }>;

/** Follows, and tells on the way what changes, until it is stopped. */
const running = async (
  { shell, tell, stopped }: Running,
  follower: NodeFollower,
): Promise<void> => {
  const teller = stateTeller(shell.terminal, tell);
  const looking = async (): Promise<void> => {
    while (!stopped.aborted) {
      teller.look(follower.state());
      await shell.pause(look_ms, stopped);
    }
  };
  await Promise.all([follower.run(stopped), looking()]);
  teller.stop();
};

const opened = ({ shell, stopped }: Running, place: LogPlace): TE.TaskEither<Failure, OpenData> => {
  const bars = openingBars(shell.terminal);
  return pipe(
    openToFollow((log) => breathingLog(log, stopped))({ ...shell, ...bars })(place),
    afterwards(bars.stop),
  );
};

/** A defect ends the command: a process that only seems to follow helps nobody. */
const broken = (thrown: unknown): Failure =>
  storage({ _tag: 'Unavailable', message: `following broke off: ${String(thrown)}` });

const silent: Listening = { url: '', close: () => Promise.resolve() };

/** What only a node that is watched needs is loaded for it alone: every command would start later for it. */
const listening = (address: Address, answering: Answering): TE.TaskEither<Failure, Listening> =>
  pipe(
    TE.fromTask(() => import('./health-server.ts')),
    TE.chain(({ listen }) => listen(address, answering)),
  );

/**
 * Follows the log at a place until the shell is told to stop. Whoever asks is answered from the beginning: that the
 * node is starting, while its views are built.
 */
export const followLog = (
  shell: Shell,
  place: LogPlace,
  { address, maxLag_seconds, asJson }: Following,
): TE.TaskEither<Failure, void> => {
  const stopped = shell.untilStopped();
  const run = { shell, stopped, tell: lineTeller(shell.terminal, shell.clock.now, asJson) };
  let stateNow = (): NodeState => starting;

  const followed = (deps: OpenData): TE.TaskEither<Failure, void> => {
    const follower = nodeFollower({ ...deps, pause: shell.pause });
    stateNow = follower.state;
    return TE.tryCatch(() => running(run, follower), broken);
  };

  /** Whoever asks while it ends is told how it stood last: nothing can be read of what is closed. */
  const putAway = ({ close }: OpenData): TE.TaskEither<Failure, void> => {
    const last = stateNow();
    stateNow = () => last;
    return TE.fromTask(close);
  };

  return TE.bracket(
    address === undefined
      ? TE.right(silent)
      : listening(address, { stateNow: () => stateNow(), maxLag_seconds }),
    ({ url }) => {
      if (address !== undefined) run.tell({ what: 'listening', url });
      return pipe(
        TE.bracket(opened(run, place), followed, putAway),
        // Whoever stops it while it opens has what they want.
        TE.orElse((failure) => (stopped.aborted ? TE.right(undefined) : TE.left(failure))),
        TE.map(() => {
          run.tell({ what: 'ended', ordinal: stateNow().views });
        }),
      );
    },
    ({ close }) => TE.fromTask(close),
  );
};
