import {
  type ActionAnswer,
  type Failure,
  historyAnswer,
  missing,
  planAnswer,
} from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type AskingOptions, askPlan, withAsking } from '../arguments/asking.ts';
import { historyTable } from '../terminal/history-table.ts';
import { clocksLine } from '../terminal/plan-text.ts';
import { rated } from '../terminal/rating-colour.ts';
import { runCommand } from '../terminal/run-command.ts';
import { safe, type Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';
import { type AddCommand, example } from './command.ts';

const placeOf = ({ under }: ActionAnswer): string =>
  [
    under.priority === null ? [] : [`priority ${under.priority}`],
    under.theme === null ? [] : [`theme ${under.theme}`],
    under.enabler === null ? [] : [`enabler ${under.enabler}`],
    under.results.map((result) => `result ${result}`),
  ]
    .flat()
    .join(', ');

const facts = (
  terminal: Terminal,
  action: ActionAnswer,
): ReadonlyArray<readonly [string, string]> =>
  [
    ['Rating', rated(terminal, action.rating)],
    ['Status', action.status],
    ['Under', placeOf(action)],
    ['Owners', action.owners.map(({ name, role }) => `${safe(name)} (${role})`).join(', ')],
    ['Timescale', safe(action.timescale?.asWritten ?? '')],
    ['Also known as', action.knownAs.join(', ')],
    ['See', action.crossReferences.map(({ asWritten }) => safe(asWritten)).join('; ')],
    ['Last updated', action.lastUpdatedOn ?? ''],
  ] as const;

const actionText =
  (action: ActionAnswer, rest: (terminal: Terminal) => ReadonlyArray<string>) =>
  (terminal: Terminal): string =>
    [
      ...wrapped(terminal, `${action.label} ${action.title}`.trim()).map(terminal.colours.bold),
      ...facts(terminal, action)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${name.padEnd(14)}${value}`),
      ...action.notes.flatMap(({ text, on }) => [
        '',
        terminal.colours.dim(`Note of ${on}`),
        ...wrapped(terminal, text),
      ]),
      ...action.requests.map(
        ({ words, state, of }) =>
          `Asked${of.length === 0 ? '' : ` of ${of.map(safe).join(', ')}`}: ${safe(words)} (${state})`,
      ),
      ...rest(terminal),
    ].join('\n');

const lookupAction = (
  actions: ReadonlyArray<ActionAnswer>,
  ref: string,
): E.Either<Failure, ActionAnswer> =>
  E.fromNullable(
    missing(
      `There is no action "${ref}" in the plan on that date; its ${actions.length} actions go from ${actions[0]?.ref ?? '?'} to ${actions.at(-1)?.ref ?? '?'}.`,
    ),
  )(actions.find((action) => action.ref === ref));

export const addAction: AddCommand = (program, shell) => {
  withAsking(program.command('action <plan> <ref>').description('everything about one action'))
    .addHelpText('after', example('trackrecord action harbour 14'))
    .action((plan: string, ref: string, options: AskingOptions) =>
      runCommand(shell, options.json, () =>
        pipe(
          askPlan(shell, plan, options, (deps, question) =>
            pipe(
              E.Do,
              E.bind('answer', () => planAnswer(deps)(question)),
              E.bind('action', ({ answer }) => lookupAction(answer.actions, ref)),
              E.bind('history', () => historyAnswer(deps)(question, { ref, withConfirmed: false })),
            ),
          ),
          TE.map(({ answer, action, history }) => ({
            json: {
              ...action,
              asOf: answer.asOf,
              knownAt: answer.knownAt,
              ordinal: answer.ordinal,
              targets: answer.targets.filter(({ under }) => under === `action:${ref}`),
              indicators: answer.indicators.filter(({ under }) => under.includes(`action:${ref}`)),
              dataNeeds: answer.dataNeeds.filter(({ under }) => under === `action:${ref}`),
              history,
            },
            text: actionText(action, (terminal) => [
              '',
              clocksLine(terminal, answer),
              historyTable(terminal, history),
            ]),
          })),
        ),
      ),
    );
};
