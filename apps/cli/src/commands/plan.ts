import { type ActionAnswer, type PlanAnswer, planAnswer } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type AskingOptions, askPlan, withAsking } from '../arguments/asking.ts';
import { clocksLine, heading, ratingCounts } from '../terminal/plan-text.ts';
import { runCommand } from '../terminal/run-command.ts';
import { table } from '../terminal/table.ts';
import { safe, type Terminal } from '../terminal/terminal.ts';
import { type AddCommand, example } from './command.ts';

const ownersOf = ({ owners }: ActionAnswer): string => owners.map(({ name }) => name).join(', ');

const actionRows = (terminal: Terminal, actions: ReadonlyArray<ActionAnswer>): string =>
  table(
    terminal,
    [
      { heading: 'Ref', width: 7 },
      { heading: 'Action' },
      { heading: 'Rating', width: 11 },
      { heading: 'Owner', width: 14 },
      { heading: 'Updated', width: 10 },
      { heading: 'Owed', width: 4 },
    ],
    actions.map((action) => [
      action.ref,
      action.title.split('\n')[0] ?? '',
      action.status === 'closed' ? 'closed' : action.rating,
      ownersOf(action),
      action.lastUpdatedOn ?? '',
      action.updateOwed ? 'yes' : '',
    ]),
  );

const under =
  (priority: string | null) =>
  ({ under: place }: ActionAnswer): boolean =>
    place.priority === priority;

const section = (
  terminal: Terminal,
  title: string,
  actions: ReadonlyArray<ActionAnswer>,
): ReadonlyArray<string> =>
  actions.length === 0 ? [] : ['', heading(terminal, title), actionRows(terminal, actions)];

const planText =
  (answer: PlanAnswer) =>
  (terminal: Terminal): string => {
    const { priorities, enablers, actions } = answer;
    const placed = new Set(priorities.map(({ ref }) => ref));
    const byEnabler = enablers.flatMap(({ ref, title }) =>
      section(
        terminal,
        `Enabler ${ref}: ${title}`,
        actions.filter((action) => action.under.enabler === ref && !action.under.priority),
      ),
    );
    const rest = actions.filter(
      ({ under: { priority, enabler } }) =>
        (priority === null || !placed.has(priority)) && enabler === null,
    );
    return [
      terminal.colours.bold(safe(answer.plan.title)),
      clocksLine(terminal, answer),
      ratingCounts(terminal, answer.counts.byRating),
      `${answer.counts.actions} actions · ${answer.targets.length} targets · ${answer.indicators.length} indicators · ${answer.counts.owed} updates owed`,
      ...priorities.flatMap(({ ref, title }) =>
        section(terminal, `Priority ${ref}: ${title}`, actions.filter(under(ref))),
      ),
      ...byEnabler,
      ...section(terminal, 'Other actions', rest),
    ].join('\n');
  };

export const addPlan: AddCommand = (program, shell) => {
  withAsking(program.command('plan <plan>').description('what a plan says, on any date'))
    .option('--rating <rating>', 'only actions with this rating')
    .addHelpText(
      'after',
      example(
        'trackrecord plan harbour',
        'trackrecord plan harbour --as-of 2025-06-30 --known-at 2025-07-01',
        'trackrecord plan harbour --as-in plan-2025-q2.txt --rating Red',
      ),
    )
    .action((plan: string, options: AskingOptions & Readonly<{ rating?: string }>) =>
      runCommand(shell, options.json, () =>
        pipe(
          askPlan(shell, plan, options, (deps, question) => planAnswer(deps)(question)),
          TE.map((answer) =>
            options.rating === undefined
              ? answer
              : {
                  ...answer,
                  actions: answer.actions.filter(
                    ({ rating }) => rating.toLowerCase() === options.rating?.toLowerCase(),
                  ),
                },
          ),
          TE.map((answer) => ({ json: answer, text: planText(answer) })),
        ),
      ),
    );
};
