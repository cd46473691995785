import type { Failure } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { afterwards } from './afterwards.ts';
import { progressBar } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** Told how far long work is. */
export type Report = (done: number, total?: number) => void;

/** Long work with a bar that goes away when it is done, whatever comes of it. */
export const withBar = <A>(
  terminal: Terminal,
  what: string,
  work: (report: Report) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> => {
  const bar = progressBar(terminal, what);
  return pipe(
    work((done, total) => {
      bar.report(total === undefined ? { done } : { done, total });
    }),
    afterwards(bar.stop),
  );
};
