import type { ActionRatings } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import { ukShortDate } from '../words/uk-date.ts';

type Stretch = ActionRatings['stretches'][number];

/** The stretches of which any day lies between two dates, both included. */
export const stretchesWithin = (
  stretches: ReadonlyArray<Stretch>,
  from: LocalDate,
  last: LocalDate,
): ReadonlyArray<Stretch> =>
  stretches.filter((stretch) => stretch.from <= last && (stretch.to === null || stretch.to > from));

/**
 * Which rating from when on, in one line: "Not rated from 1 Jan 2026, Red from 3 Mar 2026, Green from 1 Jun 2026
 * until 30 Jun 2026". Where one stretch follows upon another, the end of the first is the beginning of the second.
 */
export const stretchesInWords = (stretches: ReadonlyArray<Stretch>): string =>
  stretches
    .map(({ rating, from, to }, place) => {
      const follows = to !== null && stretches[place + 1]?.from === to;
      return `${rating} from ${ukShortDate(from)}${to === null || follows ? '' : ` until ${ukShortDate(to)}`}`;
    })
    .join(', ');
