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
  /** Empty where nobody owns it. */
  owners: string;
  timescale: string;
  updated: string;
  /** When news was due that has not come. */
  overdueSince: string | null;
  /** What else it owes: "Asked of TIDE on 31 May 2026; never rated"; goes on from the overdue news, where there is some. */
  owed: string;
}>;

/** Leads by name, supporters marked as such; where somebody leads, whoever has no mark does. */
const ownersInWords = (action: ActionAnswer): string =>
  ownersInOrder(action)
    .map(({ name, role }) => (role === 'lead' ? name : `${name} (support)`))
    .join(', ');

const capitalised = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Makes rows of a plan's actions. */
export const actionRow = (plan: PlanAnswer, links: PlanLinks) => {
  const owedBy = owedWords(plan);
  return (action: ActionAnswer): ActionRow => {
    const { overdueSince, words } = owedBy(action);
    const owed = words.join('; ');
    return {
      ref: action.ref,
      title: action.title,
      href: links.action(action.ref),
      rating: action.rating,
      closed: action.status === 'closed',
      owners: ownersInWords(action),
      timescale: action.timescale?.asWritten ?? '',
      updated: action.lastUpdatedOn === null ? 'None yet' : ukDate(action.lastUpdatedOn),
      overdueSince,
      owed: overdueSince === null ? capitalised(owed) : owed,
    };
  };
};
