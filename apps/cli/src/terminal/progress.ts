import type { Progress } from '@trackrecord/application';
import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** A bar for long work on a terminal; nothing in a pipe. It draws on standard error. */
export type ProgressBar = Readonly<{ report: (progress: Progress) => void; stop: () => void }>;

const silent: ProgressBar = { report: () => undefined, stop: () => undefined };

export const progressBar = (terminal: Terminal, what: string): ProgressBar => {
  if (!terminal.isInteractive) return silent;
  const bar = new SingleBar({
    format: `${what} {bar} {value} of {total}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(1, 0);
  return {
    report: ({ done, total }) => {
      bar.setTotal(Math.max(total ?? done, 1));
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
};

/** What is done sooner than a bar could be read needs none. */
const worthABar = 10_000;

/** A bar that appears only when there turns out to be much to do. */
export const patientBar = (terminal: Terminal, what: string): ProgressBar => {
  const started: ProgressBar[] = [];
  return {
    report: (progress) => {
      if (progress.done < worthABar) return;
      if (started.length === 0) started.push(progressBar(terminal, what));
      started.forEach((bar) => {
        bar.report(progress);
      });
    },
    stop: () => {
      started.splice(0).forEach((bar) => {
        bar.stop();
      });
    },
  };
};

/** Work in two parts, each with a bar that appears only when there turns out to be much to do, one at a time. */
export type OpeningBars = Readonly<{
  /** The node's copy of a log in a cluster, coming in. */
  onCatchUp: (progress: Progress) => void;
  /** The views, taking the log in. */
  onProgress: (progress: Progress) => void;
  stop: () => void;
}>;

/** Bars for the opening of a log and its views. */
export const openingBars = (terminal: Terminal): OpeningBars => {
  const copy = patientBar(terminal, 'Catching up with the cluster');
  const views = patientBar(terminal, 'Bringing the views up to date');
  return {
    onCatchUp: copy.report,
    onProgress: (progress) => {
      copy.stop();
      views.report(progress);
    },
    stop: () => {
      copy.stop();
      views.stop();
    },
  };
};
