import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { notRated } from '@trackrecord/domain';
import { addMonths } from '@trackrecord/kernel';
import { listInWords } from '../words/list-in-words.ts';
import { monthsBetween } from '../words/months-between.ts';
import { ukDate } from '../words/uk-date.ts';

type Plan = Pick<PlanAnswer, 'asOf'> &
  Readonly<{ plan: Pick<PlanAnswer['plan'], 'cadenceMonths' | 'cadenceByRating'> }>;

/** What an action owes, in words that go on from each other: news that is overdue, what was asked, a rating. */
export type OwedWords = Readonly<{
  /** When news was due that has not come: "31 March 2026". */
  overdueSince: string | null;
  words: ReadonlyArray<string>;
}>;

const owesNothing: OwedWords = { overdueSince: null, words: [] };

/** Why an action's update is owed, by the rules of `owedOn`, which says whether it is owed at all. */
export const owedWords =
  ({ asOf, plan }: Plan) =>
  (action: ActionAnswer): OwedWords => {
    if (!action.updateOwed) return owesNothing;
    const since = action.lastUpdatedOn ?? action.createdOn;
    const months = monthsBetween(plan, action.rating);
    const dueOn = since === null || months === 0 ? null : addMonths(months)(since);
    const latest = action.timescale?.latest;
    const asked = action.requests
      .filter(({ state }) => state === 'open')
      .map(({ of, askedOn }) =>
        of.length === 0
          ? `asked for on ${ukDate(askedOn)}`
          : `asked of ${listInWords(of, 'and')} on ${ukDate(askedOn)}`,
      );
    return {
      overdueSince: dueOn !== null && dueOn < asOf ? ukDate(dueOn) : null,
      words: [
        ...asked,
        ...(action.rating === notRated ? ['never rated'] : []),
        ...(latest !== undefined && latest < asOf ? [`to be done by ${ukDate(latest)}`] : []),
      ],
    };
  };
