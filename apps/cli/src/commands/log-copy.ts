import { type Copied, copyLog, type Failure } from '@trackrecord/application';
import type { Command } from 'commander';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { withNode } from '../arguments/asking.ts';
import { copiedText, type CopyReport, figuresOf } from '../reports/moved-text.ts';
import { runCommand } from '../terminal/run-command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { withBar } from '../terminal/with-bar.ts';
import { type LogPlace, nameOfLog } from '../wiring/log-place.ts';
import { movedPlaces, type MovingOptions, openMovedLog } from '../wiring/moved-logs.ts';
import type { OpenedLog } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';

/** Adds the two logs of a move. */
export const withMoved = (command: Command): Command =>
  withNode(
    command
      .requiredOption('--from <log>', 'a file, or a cluster’s esdb://…')
      .requiredOption('--to <log>', 'another, of either kind'),
  );

const closing = ({ log }: OpenedLog): TE.TaskEither<Failure, void> =>
  TE.fromTask(() => log.close());

type Places = Readonly<{ from: LogPlace; to: LogPlace }>;

const copied = (shell: Shell, terminal: Terminal, places: Places): TE.TaskEither<Failure, Copied> =>
  withBar(terminal, 'Copying', (report) => {
    const telling = {
      shell,
      onProgress: ({ done, total }: Readonly<{ done: number; total?: number }>) => {
        report(done, total);
      },
    };
    return TE.bracket(
      openMovedLog(telling, 'read')(places.from),
      (from) =>
        TE.bracket(
          openMovedLog(telling, 'write')(places.to),
          (to) => copyLog({ from: from.log, to: to.log, onProgress: telling.onProgress }),
          closing,
        ),
      closing,
    );
  });

const copying = (
  shell: Shell,
  terminal: Terminal,
  places: Places,
): TE.TaskEither<Failure, CopyReport> => {
  const begun = shell.clock.now();
  return pipe(
    copied(shell, terminal, places),
    TE.map((figures) => ({
      from: nameOfLog(places.from),
      to: nameOfLog(places.to),
      ...figuresOf(figures, begun, shell.clock.now()),
    })),
  );
};

export const addLogCopy: AddCommand = (log, shell) => {
  withMoved(
    log
      .command('copy')
      .description('copy a log, event for event; stopped anywhere, it goes on when run again'),
  )
    .addHelpText(
      'after',
      example(
        'trackrecord log copy --from ./data/log.db --to esdb://node1:2113,node2:2113',
        'trackrecord log copy --from esdb://node1:2113,node2:2113 --to ./back/log.db',
      ),
    )
    .action((options: MovingOptions) =>
      runCommand(shell, options.json, (terminal) =>
        pipe(
          TE.fromEither(movedPlaces(options, shell.environment)),
          TE.chain((places) => copying(shell, terminal, places)),
          TE.map((report) => ({ json: report, text: copiedText(report) })),
        ),
      ),
    );
};
