import type { LocalDate } from '@trackrecord/kernel';
import { planFactsOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import { type HistoryAnswer, historyAnswer } from './history-answer.ts';
import { paperAnswer, type PaperAnswer } from './paper-answer.ts';
import { cutFor } from './plan-answer.ts';
import type { Resolved } from './resolve-question.ts';

/** All that a workbook of a plan holds: a paper's answer, and what an edited copy is known by when it comes back. */
export type WorkbookAnswer = PaperAnswer &
  Readonly<{
    /** The whole audit trail up to its date, in the order of recording; `null` where whoever asks may not see it. */
    history: ReadonlyArray<HistoryAnswer> | null;
    /** The ids that the log knows the plan's actions by, by the refs that they have there. */
    ids: ReadonlyMap<string, string>;
    /** The zone that the plan's dates and times are told in. */
    timeZone: string;
  }>;

export type WorkbookAsked = Readonly<{
  /** Since when changes are told; see `paperAnswer`. */
  since?: LocalDate | undefined;
  withHistory: boolean;
}>;

/** What a workbook tells of a plan, on the clocks of the question. */
export const workbookAnswer =
  (deps: Readable) =>
  (question: Resolved, { since, withHistory }: WorkbookAsked): E.Either<Failure, WorkbookAnswer> =>
    pipe(
      E.Do,
      E.bind('paper', () => paperAnswer(deps)(question, since)),
      E.bind('facts', () =>
        E.map(planFactsOf)(cutFor(deps, question, ['exists', 'timeZone', 'ref', 'status'])),
      ),
      E.bind('history', () =>
        withHistory
          ? historyAnswer(deps)(question, { withConfirmed: false })
          : E.right<Failure, WorkbookAnswer['history']>(null),
      ),
      E.map(({ paper, facts, history }) => ({
        ...paper,
        history,
        ids: new Map(
          facts.actions
            .filter(({ status }) => status !== 'withdrawn')
            .map(({ ref, id }) => [ref, id] as const),
        ),
        timeZone: facts.timeZone,
      })),
    );
