import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { notRated } from '@trackrecord/domain';
import { addMonths } from '@trackrecord/kernel';
import { listInWords } from '../words/list-in-words.ts';
import { ukDate } from '../words/uk-date.ts';

type Plan = Pick<PlanAnswer, 'asOf'> &
  Readonly<{ plan: Pick<PlanAnswer['plan'], 'cadenceMonths'> }>;

/** What an action owes, in words: what was asked and not answered, news that is overdue, a rating. */
export type OwedWords = Readonly<{ overdue: boolean; words: ReadonlyArray<string> }>;

const owesNothing: OwedWords = { overdue: false, words: [] };

/** Why an action's update is owed, by the rules of `owedOn`, which says whether it is owed at all. */
export const owedWords =
  ({ asOf, plan }: Plan) =>
  (action: ActionAnswer): OwedWords => {
    if (!action.updateOwed) return owesNothing;
    const since = action.lastUpdatedOn ?? action.createdOn;
    const dueOn = since === null ? null : addMonths(plan.cadenceMonths)(since);
    const overdue = dueOn !== null && dueOn < asOf;
    const asked = action.requests
      .filter(({ state }) => state === 'open')
      .map(({ of, askedOn }) =>
        of.length === 0
          ? `Asked for on ${ukDate(askedOn)}`
          : `Asked of ${listInWords(of, 'and')} on ${ukDate(askedOn)}`,
      );
    return {
      overdue,
      words: [
        ...asked,
        ...(overdue ? [`Due on ${ukDate(dueOn)}`] : []),
        ...(action.rating === notRated ? ['Never rated'] : []),
      ],
    };
  };
