import type { Failure } from '@trackrecord/application';
import type { PlanOrder } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import {
  type Changed,
  type ChangingOptions,
  changePlan,
  type Making,
} from '../arguments/changing.ts';
import { changeText } from '../reports/change-text.ts';
import type { Output } from '../terminal/run-command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Shell } from '../wiring/shell.ts';

const changedText =
  ({ events, changes, ordinal }: Changed) =>
  (terminal: Terminal): string => {
    const [first] = events;
    if (first === undefined) return 'Nothing new: the plan says that already, for this date.';
    if (first.type === 'AssertionsRetracted') {
      return `Taken back: as known from ordinal ${ordinal} on, it never held.`;
    }
    return changes.length === 0 ? `Recorded at ordinal ${ordinal}.` : changeText(changes)(terminal);
  };

/** What a change did, for people and for scripts. */
export const changedOutput = (changed: Changed): Output => ({
  json: changed,
  text: changedText(changed),
});

/** A change of one action, by its plan and ref. */
export const changeAction = (
  shell: Shell,
  action: Readonly<{ plan: string; ref: string }>,
  options: ChangingOptions,
  make: (making: Making) => TE.TaskEither<Failure, PlanOrder>,
): TE.TaskEither<Failure, Output> =>
  pipe(changePlan(shell, action, options, make), TE.map(changedOutput));

/** A change of a plan itself. */
export const changeWholePlan = (
  shell: Shell,
  plan: string,
  options: ChangingOptions,
  make: (making: Making) => TE.TaskEither<Failure, PlanOrder>,
): TE.TaskEither<Failure, Output> =>
  pipe(changePlan(shell, { plan }, options, make), TE.map(changedOutput));
