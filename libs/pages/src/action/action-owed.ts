import type { ActionDetails, ActionOwed } from '@trackrecord/application';
import { count } from '../words/count.ts';
import { listInWords } from '../words/list-in-words.ts';
import { ukDate } from '../words/uk-date.ts';

type Owing = Pick<ActionDetails, 'owed'>;

const late = ({ daysOverdue }: ActionOwed): string =>
  daysOverdue === 0 ? '' : `, ${count(daysOverdue, 'day')} overdue`;

const answersForIt = (names: ReadonlyArray<string>): string =>
  names.length === 0
    ? 'Nobody owns it, so the plan’s manager answers for it.'
    : `${listInWords(names, 'and')} ${names.length === 1 ? 'answers' : 'answer'} for it.`;

const sentence = (
  owed: ActionOwed,
  names: ReadonlyArray<string>,
  cadenceMonths: number,
): string => {
  const { reason, since, dueOn, words } = owed;
  switch (reason) {
    case 'asked': {
      const whom = names.length === 0 ? '' : ` of ${listInWords(names, 'and')}`;
      const due = dueOn === since ? '' : `, due on ${ukDate(dueOn)}`;
      return `Asked${whom} on ${ukDate(since)}${due}${late(owed)}: “${words ?? ''}”`;
    }
    case 'overdue':
      return `No news since ${ukDate(since)}; an update is due every ${cadenceMonths === 1 ? 'month' : count(cadenceMonths, 'month')}, so it was due on ${ukDate(dueOn)}${late(owed)}. ${answersForIt(names)}`;
    case 'never rated':
      return `Not rated since it came into the plan on ${ukDate(since)}. ${answersForIt(names)}`;
    case 'timescale passed':
      return `It was to be done by ${ukDate(since)}${late(owed)}, and is still open. ${answersForIt(names)}`;
    // An action owes none of these.
    case 'target with a gap':
    case 'no observation':
    case 'data missing':
      return words ?? '';
    case 'period ended':
      return `The plan’s period ended on ${ukDate(since)}.`;
  }
};

/** Why an update is owed, in a sentence each; several who owe the same stand in one. */
export const owedSentences = ({ owed }: Owing, cadenceMonths: number): ReadonlyArray<string> => {
  const same = Map.groupBy(owed, ({ reason, since, dueOn, words }) =>
    JSON.stringify([reason, since, dueOn, words]),
  );
  return [...same.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const names = [first, ...others].flatMap(({ party }) => (party === null ? [] : [party.name]));
    return [sentence(first, [...new Set(names)], cadenceMonths)];
  });
};
