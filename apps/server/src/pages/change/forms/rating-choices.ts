import type { ActionDetails } from '@trackrecord/application';
import { notRated } from '@trackrecord/domain';
import { type FormItem, ratingTag } from '@trackrecord/pages';

/** What a form sends for "not rated": it is a state of its own, and on no scale. */
export const noRating = 'none';

/** The ratings of an action's plan, in the order of its scale, and none. */
export const ratingChoices = ({ scale }: Pick<ActionDetails, 'scale'>): ReadonlyArray<FormItem> => [
  ...scale.map((word) => ({ value: word, html: ratingTag(word) })),
  {
    value: noRating,
    html: ratingTag(notRated),
    hint: 'Nobody can say at the moment how it stands.',
  },
];

/** The choice that stands for an action's rating now. */
export const chosenRating = (rating: string): string => (rating === notRated ? noRating : rating);
