import { type Failure, linesBetween } from '@trackrecord/application';
import { filledIn } from '@trackrecord/pages';
import { type HistoryAnswer, historySentence } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../../desk.ts';
import type { AskedPlan } from '../asked-plan.ts';
import type { GridWork } from './grid-draft.ts';

export type Meanwhile = ReadonlyMap<string, ReadonlyArray<string>>;

export const nothingMeanwhile: Meanwhile = new Map();

/** A document may have said much; the history of the action tells all of it. */
const most = 3;

const inSentences = (lines: ReadonlyArray<HistoryAnswer>): ReadonlyArray<string> => [
  ...(lines.length > most ? [`${lines.length - most} changes, and then:`] : []),
  ...lines.slice(-most).map((line) => `${historySentence(line)}.`),
];

/** What was recorded of the actions that are filled in since their author looked at them, in sentences by their refs. */
export const meanwhileIn = (
  desk: Desk,
  { plan, answer: { ordinal } }: AskedPlan,
  { rows, basedOn }: GridWork,
): E.Either<Failure, Meanwhile> => {
  const filled = filledIn(rows);
  if (filled.size === 0 || basedOn >= ordinal) return E.right(nothingMeanwhile);
  return pipe(
    linesBetween(desk)(plan, { after: basedOn, upTo: ordinal }),
    E.map((lines) => {
      const byAction = Map.groupBy(lines, ({ ref }) => ref ?? '');
      return new Map(
        [...filled.keys()].flatMap((ref) => {
          const own = (byAction.get(ref) ?? []).filter(({ subject }) =>
            subject.startsWith('action '),
          );
          return own.length === 0 ? [] : [[ref, inSentences(own)] as const];
        }),
      );
    }),
  );
};
