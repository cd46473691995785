import type { Changed, Failure } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { changeOneAction, changeOnePlan } from '../arguments/changing.ts';
import { changeText } from '../reports/change-text.ts';
import { recordedWords } from '../reports/recorded-words.ts';
import type { Output } from '../terminal/run-command.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** An import that is undone may have said hundreds of things. */
const linesShown = 20;

const changedText =
  ({ events, changes, takenBack, ordinal }: Changed) =>
  (terminal: Terminal): string => {
    const [first] = events;
    if (first === undefined) return 'Nothing new: the plan says that already, for this date.';
    if (ordinal !== null && first.type === 'AssertionsRetracted') {
      const lines = changeText(takenBack)(terminal).split('\n');
      return [
        `Taken back: as known from ordinal ${ordinal} on, it never held.`,
        ...lines.slice(0, linesShown),
        ...(lines.length > linesShown ? [`and ${lines.length - linesShown} lines more`] : []),
      ].join('\n');
    }
    return changes.length === 0
      ? `The change is ${recordedWords(ordinal)}.`
      : changeText(changes)(terminal);
  };

/** What a change did, for people and for scripts. */
export const changedOutput = (changed: Changed): Output => ({
  json: changed,
  text: changedText(changed),
});

/** A change of one action, by its plan and ref. */
export const changeAction = (
  ...args: Parameters<typeof changeOneAction>
): TE.TaskEither<Failure, Output> => pipe(changeOneAction(...args), TE.map(changedOutput));

/** A change of a plan itself. */
export const changeWholePlan = (
  ...args: Parameters<typeof changeOnePlan>
): TE.TaskEither<Failure, Output> => pipe(changeOnePlan(...args), TE.map(changedOutput));
