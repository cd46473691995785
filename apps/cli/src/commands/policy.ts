import {
  changePlan,
  type Failure,
  invalid,
  isGraveWarning,
  policyAnswer,
  policyOrder,
  type PolicyPreview,
  previewPolicy,
  resolveQuestion,
  type Writable,
} from '@trackrecord/application';
import type { PlanId, ReminderPolicy } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import {
  askPlan,
  type AskingOptions,
  type CommonOptions,
  withAsking,
  withCommon,
  withData,
} from '../arguments/asking.ts';
import { changing, type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { parsePlanId } from '../arguments/parse.ts';
import {
  policyOptionNames,
  type PolicyOptions,
  policyWith,
  withPolicy,
} from '../arguments/policy-options.ts';
import { policyText, previewText, warningsIn } from '../reports/policy-text.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { bankHolidays } from '../wiring/bank-holidays.ts';
import { openToRead } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { changedOutput } from './change-command.ts';
import { type AddCommand, example } from './command.ts';

/** The plan's policy with what the options say of it. */
const wanted = (
  deps: Writable,
  plan: PlanId,
  options: PolicyOptions,
): E.Either<Failure, ReminderPolicy> =>
  pipe(
    resolveQuestion(deps)(plan, {}),
    E.chain(policyAnswer(deps)),
    E.chain(({ policy }) => policyWith(deps, policy, options)),
  );

const previewed = (
  deps: Writable,
  plan: PlanId,
  policy: ReminderPolicy,
): TE.TaskEither<Failure, PolicyPreview> =>
  pipe(
    bankHolidays,
    TE.chainEitherK((holidays) => previewPolicy({ ...deps, bankHolidays: holidays })(plan, policy)),
  );

const addShow: AddCommand = (program, shell) => {
  withAsking(program.command('show <plan>').description('how a plan asks for updates'))
    .addHelpText('after', example('trackrecord policy show harbour'))
    .action((plan: string, options: AskingOptions) =>
      runCommand(shell, options.json, () =>
        pipe(
          askPlan(shell, plan, options, (deps, resolved) => policyAnswer(deps)(resolved)),
          TE.map((answer) => ({ json: answer, text: policyText(answer) })),
        ),
      ),
    );
};

const preview = (
  shell: Shell,
  plan: string,
  options: CommonOptions & PolicyOptions,
): TE.TaskEither<Failure, Output> =>
  pipe(
    TE.fromEither(parsePlanId(plan)),
    TE.chain((id) =>
      withData(shell, openToRead, options, (deps) =>
        pipe(
          TE.fromEither(wanted(deps, id, options)),
          TE.chain((policy) => previewed(deps, id, policy)),
        ),
      ),
    ),
    TE.map((foreseen) => ({ json: foreseen, text: previewText(foreseen) })),
  );

const addPreview: AddCommand = (program, shell) => {
  withPolicy(
    withCommon(
      program
        .command('preview <plan>')
        .description('what would go out to whom, with this policy or another'),
    ),
  )
    .addHelpText('after', example('trackrecord policy preview harbour --after 1,15 --form single'))
    .action((plan: string, options: CommonOptions & PolicyOptions) =>
      runCommand(shell, options.json, () => preview(shell, plan, options)),
    );
};

type SetOptions = ChangingOptions & PolicyOptions & Readonly<{ anyway?: boolean }>;

const whyNothing = ({ warnings, unreached, reachesNobody }: PolicyPreview): string =>
  warnings.includes('nothing') && unreached.length + reachesNobody > 0
    ? ' Nobody who would be asked has an address: "trackrecord contact" gives one.'
    : '';

/** Nothing or a flood is told of before it is saved, and saved when that is wanted all the same. */
const isFit = (foreseen: PolicyPreview, { anyway }: SetOptions): E.Either<Failure, unknown> => {
  const grave = foreseen.warnings.filter(isGraveWarning);
  return grave.length === 0 || anyway === true
    ? E.right(null)
    : E.left(
        invalid(
          `${warningsIn({ ...foreseen, warnings: grave }).join(' ')}${whyNothing(foreseen)} --anyway saves it all the same; "trackrecord policy preview" shows what would go out.`,
        ),
      );
};

const saysSomething = (options: SetOptions): E.Either<Failure, null> =>
  policyOptionNames.some((name) => options[name] !== undefined)
    ? E.right(null)
    : E.left(invalid('Say what is to change, such as --after 1,15; --help lists it all.'));

const set = (shell: Shell, plan: string, options: SetOptions): TE.TaskEither<Failure, Output> =>
  pipe(
    TE.fromEither(saysSomething(options)),
    TE.chainEitherK(() => parsePlanId(plan)),
    TE.chain((id) =>
      changing(shell, options, (deps, author) =>
        pipe(
          TE.fromEither(wanted(deps, id, options)),
          TE.chainFirst((policy) =>
            pipe(
              previewed(deps, id, policy),
              TE.chainEitherK((foreseen) => isFit(foreseen, options)),
            ),
          ),
          TE.chain((policy) => changePlan(deps)({ plan: id, author, make: policyOrder(policy) })),
        ),
      ),
    ),
    TE.map(changedOutput),
  );

const addSet: AddCommand = (program, shell) => {
  withPolicy(
    withChanging(
      program
        .command('set <plan>')
        .description('change how a plan asks for updates; what is not said stays as it is'),
    ),
  )
    .option('--anyway', 'also where it would send nothing, or a flood')
    .addHelpText(
      'after',
      example(
        'trackrecord policy set harbour --before 7 --after 1,15 --manager-is "R. Tanner"',
        'trackrecord policy set harbour --pause --why "Summer holidays"',
      ),
    )
    .action((plan: string, options: SetOptions) =>
      runCommand(shell, options.json, () => set(shell, plan, options)),
    );
};

/** How a plan asks for updates that are due. */
export const addPolicy: AddCommand = (program, shell) => {
  const policy = program
    .command('policy')
    .helpCommand(false)
    .description('how a plan asks for updates: when, whom, on which days')
    .addHelpText('after', example('trackrecord policy show harbour'));
  [addShow, addPreview, addSet].forEach((add) => {
    add(policy, shell);
  });
};
