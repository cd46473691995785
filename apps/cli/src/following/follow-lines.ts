import type { Instant } from '@trackrecord/kernel';
import { durationInWords } from '../reports/cluster-notes.ts';
import { counted } from '../reports/order-words.ts';
import { progressBar, type ProgressBar } from '../terminal/progress.ts';
import { safe, type Terminal } from '../terminal/terminal.ts';
import type { NodeState } from './node-state.ts';

/** Something to tell of a node that follows: on a line, as words or as JSON. */
export type Line =
  | Readonly<{ what: 'listening'; url: string }>
  | (Readonly<{ what: 'state' }> & NodeState)
  | Readonly<{ what: 'ended'; ordinal: number }>;

const words = (line: Line): string => {
  switch (line.what) {
    case 'listening':
      return `listening at ${line.url}`;
    case 'ended':
      return `ended at ordinal ${line.ordinal}`;
    case 'state': {
      const { state, views, lag, problem } = line;
      const behind =
        lag.events === 0
          ? ''
          : `, ${counted(lag.events, 'event')} behind${lag.seconds === null ? '' : ` for ${durationInWords(lag.seconds)}`}`;
      return `${state}, at ordinal ${views}${behind}${problem === null ? '' : `: ${problem}`}`;
    }
  }
};

/** Prints lines, each with its time. */
export const lineTeller =
  ({ out }: Terminal, now: () => Instant, asJson: boolean) =>
  (line: Line): void => {
    const at = now();
    out(asJson ? JSON.stringify({ at, ...line }) : `${at} ${safe(words(line))}`);
  };

/** Fewer events than these are there before a bar could be read. */
const worthABar = 10_000;

const isNews = (before: NodeState | undefined, now: NodeState): boolean =>
  before?.state !== now.state || before.problem !== now.problem || before.views !== now.views;

/**
 * Tells how a node stands whenever that has changed since it was told last; on a terminal, with a bar instead while
 * there is much to catch up with.
 */
export const stateTeller = (
  terminal: Terminal,
  tell: (line: Line) => void,
): Readonly<{ look: (state: NodeState) => void; stop: () => void }> => {
  let told: NodeState | undefined;
  let bar: ProgressBar | undefined;
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    look: (state) => {
      const far =
        state.state === 'behind' && state.lag.events >= (bar === undefined ? worthABar : 1);
      if (terminal.isInteractive && far) {
        bar ??= progressBar(terminal, 'Catching up');
        bar.report({ done: state.views, total: state.views + state.lag.events });
        return;
      }
      stop();
      if (!isNews(told, state)) return;
      told = state;
      tell({ what: 'state', ...state });
    },
    stop,
  };
};
