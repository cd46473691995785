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
import { historyText } from '../reports/history-text.ts';
import type { Output } from '../terminal/run-command.ts';
import type { Shell } from '../wiring/shell.ts';

/** What a change did, for people and for scripts. */
export const changedOutput = (changed: Changed): Output => ({
  json: changed,
  text: (terminal) =>
    changed.events.length === 0
      ? 'Nothing new: the plan says that already, for this date.'
      : `${historyText(terminal, changed.changes, { subjects: true })}\nRecorded at ordinal ${changed.ordinal}.`,
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
