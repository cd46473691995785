import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { ukDate } from '../words/uk-date.ts';
import { owedWords } from './owed-words.ts';
import type { PlanLinks } from './plan-links.ts';
import { ownersInOrder } from './sort-actions.ts';

/** An action as a row of the plan's table: everything in the words that are read. */
export type ActionRow = Readonly<{
  ref: string;
  title: string;
  href: string;
  rating: string;
  closed: boolean;
  owners: string;
  timescale: string;
  updated: string;
  overdue: boolean;
  owed: ReadonlyArray<string>;
}>;

/** Leads by name, supporters marked as such; where somebody leads, whoever has no mark does. */
const ownersInWords = (action: ActionAnswer): string => {
  const owners = ownersInOrder(action);
  return owners.length === 0
    ? 'Nobody'
    : owners.map(({ name, role }) => (role === 'lead' ? name : `${name} (support)`)).join(', ');
};

/** Makes rows of a plan's actions. */
export const actionRow = (plan: PlanAnswer, links: PlanLinks) => {
  const owedBy = owedWords(plan);
  return (action: ActionAnswer): ActionRow => {
    const { overdue, words } = owedBy(action);
    return {
      ref: action.ref,
      title: action.title,
      href: links.action(action.ref),
      rating: action.rating,
      closed: action.status === 'closed',
      owners: ownersInWords(action),
      timescale: action.timescale?.asWritten ?? '',
      updated: action.lastUpdatedOn === null ? 'None yet' : ukDate(action.lastUpdatedOn),
      overdue,
      owed: words,
    };
  };
};
