import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { inOrderOfRating, withRatingsPainted } from '../terminal/rating-colour.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { planHead, sectionsOf } from './plan-text.ts';

const countOf = (actions: ReadonlyArray<ActionAnswer>, rating: string): string => {
  const count = actions.filter((action) => action.rating === rating).length;
  return count === 0 ? '' : String(count);
};

/** A plan on a page: how many actions of each rating, by priority and enabler. */
export const planSummaryText =
  (answer: PlanAnswer) =>
  (terminal: Terminal): string => {
    const ratings = inOrderOfRating(answer.counts.byRating).map(([rating]) => rating);
    const counts = table(
      terminal,
      [
        { heading: '', fit: 'shorten' },
        ...ratings.map((heading) => ({ heading })),
        { heading: 'All' },
      ],
      sectionsOf(answer).map(({ title, actions }) => [
        title,
        ...ratings.map((rating) => countOf(actions, rating)),
        String(actions.length),
      ]),
    );
    return [...planHead(terminal, answer), '', withRatingsPainted(terminal, counts)].join('\n');
  };
