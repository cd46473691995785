import {
  type Failure,
  invalid,
  onItsOwnDay,
  recordOfRun,
  remindersAnswer,
  type RemindersAnswer,
  rehearsed,
  type Run,
  type Writable,
} from '@trackrecord/application';
import { type ReminderOrder, RetryReminder, RevokeAnswerLinks } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type CommonOptions, withCommon, withData } from '../arguments/asking.ts';
import { type ChangingOptions, saidBy, withChanging } from '../arguments/changing.ts';
import { parseDate, parsePlanId } from '../arguments/parse.ts';
import { counted } from '../reports/order-words.ts';
import { stateInWords } from '../reports/reminder-text.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { table } from '../terminal/table.ts';
import { safe, type Terminal } from '../terminal/terminal.ts';
import { openToRead, openToWrite } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';

type Told = RemindersAnswer['runs'][number]['messages'][number];

/** What came of the things that a message asked for; a link that was sent again asked for nothing anew. */
const cameOf = ({ items, linkAgain }: Pick<Told, 'items' | 'linkAgain'>): string => {
  if (linkAgain !== null) return `see message ${linkAgain.message}`;
  const answered = items.filter(({ settled }) => settled?.is === 'answered').length;
  const settled = items.filter((item) => item.settled !== null || item.withdrawn !== null).length;
  return `${answered} of ${items.length} answered${settled > answered ? `, ${settled - answered} owed no longer` : ''}`;
};

const remindersText =
  ({ runs, days }: RemindersAnswer) =>
  (terminal: Terminal): string =>
    runs.length === 0
      ? 'Nothing has been asked for so far.'
      : [
          table(
            terminal,
            [
              { heading: 'Day' },
              { heading: 'No.' },
              { heading: 'To', fit: 'wrap' },
              { heading: 'State', fit: 'wrap' },
              { heading: 'What came of it', fit: 'wrap', spare: true },
            ],
            runs.flatMap(({ messages }) =>
              messages.map(({ on, message, to, state, items, linkAgain }) => [
                on,
                String(message),
                safe(to.name),
                safe(stateInWords(state)),
                cameOf({ items, linkAgain }),
              ]),
            ),
          ),
          ...(days > runs.length
            ? [`${counted(days - runs.length, 'earlier day')}: --days says how many.`]
            : []),
        ].join('\n');

type ListOptions = CommonOptions & Readonly<{ days?: string }>;

const parseDays = (text: string): E.Either<Failure, number> =>
  /^[1-9]\d{0,3}$/u.test(text)
    ? E.right(Number(text))
    : E.left(
        invalid(`--days: "${text}" is not accepted; accepted are whole numbers from 1 to 9999.`),
      );

const addList: AddCommand = (program, shell) => {
  withCommon(
    program
      .command('list <plan>')
      .description('what was asked of whom on which day, and what came of it')
      .option('--days <n>', 'so many days with reminders, the last ones', '10'),
  )
    .addHelpText('after', example('trackrecord reminders list harbour'))
    .action((plan: string, options: ListOptions) =>
      runCommand(shell, options.json, () =>
        pipe(
          E.Do,
          E.bind('id', () => parsePlanId(plan)),
          E.bind('most', () => parseDays(options.days ?? '10')),
          TE.fromEither,
          TE.chain(({ id, most }) =>
            withData(shell, openToRead, options, (deps) =>
              TE.fromEither(remindersAnswer(deps)(id, { most })),
            ),
          ),
          TE.map((answer) => ({ json: answer, text: remindersText(answer) })),
        ),
      ),
    );
};

type Message = Readonly<{ plan: string; day: string; message: string }>;

const parseMessage = (text: string): E.Either<Failure, number> =>
  /^[1-9]\d{0,5}$/u.test(text)
    ? E.right(Number(text))
    : E.left(
        invalid(
          `"${text}" is no message; accepted is its number of that day, as "trackrecord reminders list" shows it.`,
        ),
      );

/** What is done about a message, whether it may be, and what is said then. */
type Doing = Readonly<{
  order: (message: number) => ReminderOrder;
  may?: (deps: Writable, run: Run) => E.Either<Failure, unknown>;
  words: string;
}>;

const changed = (
  shell: Shell,
  { plan, day, message }: Message,
  options: ChangingOptions,
  { order, may = () => E.right(null), words }: Doing,
): TE.TaskEither<Failure, Output> =>
  pipe(
    E.Do,
    E.bind('id', () => parsePlanId(plan)),
    E.bind('on', () => parseDate('day', day)),
    E.bind('number', () => parseMessage(message)),
    TE.fromEither,
    TE.chain(({ id, on, number }) =>
      withData(shell, openToWrite, options, (deps) =>
        rehearsed(deps, (stage) =>
          pipe(
            TE.fromEither(may(stage, { plan: id, on })),
            TE.chain(() => saidBy(shell, stage, options)),
            TE.chain((said) => recordOfRun(stage, { plan: id, on }, said)(order(number))),
            TE.map((isNews) => ({ isNews })),
          ),
        ),
      ),
    ),
    TE.map(({ isNews }) => ({
      json: { recorded: isNews },
      text: () => (isNews ? words : 'Nothing new: that is so already.'),
    })),
  );

const addRetry: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('retry <plan> <day> <message>')
      .description('have a message sent again that failed, or may not have arrived'),
  )
    .addHelpText('after', example('trackrecord reminders retry harbour 2026-07-06 3'))
    .action((plan: string, day: string, message: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        changed(shell, { plan, day, message }, options, {
          order: (number) => RetryReminder.of({ message: number }),
          may: onItsOwnDay,
          words:
            'It goes out again with the next round: “trackrecord remind”, or by itself where a server runs.',
        }),
      ),
    );
};

const addEndLinks: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('end-links <plan> <day> <message>')
      .description('end the links of a message before their time'),
  )
    .addHelpText('after', example('trackrecord reminders end-links harbour 2026-07-06 3'))
    .action((plan: string, day: string, message: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        changed(shell, { plan, day, message }, options, {
          order: (number) => RevokeAnswerLinks.of({ message: number }),
          words: 'Its links open no form any more.',
        }),
      ),
    );
};

/** What was asked of whom, and what is done about it by hand. */
export const addReminders: AddCommand = (program, shell) => {
  const reminders = program
    .command('reminders')
    .helpCommand(false)
    .description('what was asked of whom by reminders, and what came of it')
    .addHelpText('after', example('trackrecord reminders list harbour'));
  [addList, addRetry, addEndLinks].forEach((add) => {
    add(reminders, shell);
  });
};
