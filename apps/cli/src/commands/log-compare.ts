import { compareAnswers, compareEvents, type Failure } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { comparedText, type ComparisonReport, isEqual } from '../reports/compared-text.ts';
import { exitCodes } from '../terminal/exit-code.ts';
import { runCommand } from '../terminal/run-command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { withBar } from '../terminal/with-bar.ts';
import { type LogPlace, nameOfLog } from '../wiring/log-place.ts';
import { movedPlaces, type MovingOptions, openComparedLog } from '../wiring/moved-logs.ts';
import type { OpenData } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';
import { withMoved } from './log-copy.ts';

const closing = ({ close }: OpenData): TE.TaskEither<Failure, void> => TE.fromTask(close);

type Held = Pick<ComparisonReport, 'events' | 'answers'>;

/** Answers follow from events: where those differ, what is answered otherwise tells nothing more. */
const held = (terminal: Terminal, one: OpenData, other: OpenData): TE.TaskEither<Failure, Held> =>
  pipe(
    withBar(terminal, 'Comparing events', (report) =>
      compareEvents(one.log, other.log, ({ done }) => {
        report(done);
      }),
    ),
    TE.chain((events) =>
      events.differences.length > 0
        ? TE.right<Failure, Held>({ events, answers: null })
        : pipe(
            withBar(terminal, 'Comparing answers', (report) =>
              TE.fromEither(
                compareAnswers(one, other, ({ done, total }) => {
                  report(done, total);
                }),
              ),
            ),
            TE.map((answers): Held => ({ events, answers })),
          ),
    ),
  );

const comparing = (
  shell: Shell,
  terminal: Terminal,
  { from, to }: Readonly<{ from: LogPlace; to: LogPlace }>,
): TE.TaskEither<Failure, ComparisonReport> => {
  const opened = (place: LogPlace): TE.TaskEither<Failure, OpenData> =>
    withBar(terminal, 'Opening', (report) =>
      openComparedLog({
        shell,
        onProgress: ({ done, total }) => {
          report(done, total);
        },
      })(place),
    );
  return pipe(
    TE.bracket(
      opened(from),
      (one) => TE.bracket(opened(to), (other) => held(terminal, one, other), closing),
      closing,
    ),
    TE.map(({ events, answers }) => ({
      from: nameOfLog(from),
      to: nameOfLog(to),
      equal: isEqual({ events, answers }),
      events,
      answers,
    })),
  );
};

export const addLogCompare: AddCommand = (log, shell) => {
  withMoved(
    log
      .command('compare')
      .description('hold two logs against each other, event for event and answer for answer'),
  )
    .addHelpText(
      'after',
      example('trackrecord log compare --from ./data/log.db --to esdb://node1:2113,node2:2113'),
    )
    .action((options: MovingOptions) =>
      runCommand(shell, options.json, (terminal) =>
        pipe(
          TE.fromEither(movedPlaces(options, shell.environment)),
          TE.chain((places) => comparing(shell, terminal, places)),
          TE.map((report) => ({
            json: report,
            text: comparedText(report),
            ...(report.equal ? {} : { exitCode: exitCodes.refused }),
          })),
        ),
      ),
    );
};
