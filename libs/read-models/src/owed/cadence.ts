import { type CadenceByRating, notRated, type RatingOrNot } from '@trackrecord/domain';

/** How often actions are to be updated, in calendar months: in general, and by rating otherwise (0 is never). */
export type Cadence = Readonly<{ months: number; byRating: CadenceByRating }>;

/**
 * What holds where a plan has said nothing: Red monthly, Green quarterly, all else (Amber, not rated, what a wider
 * scale holds between them) every two months; what is complete needs no more news.
 */
export const defaultCadence: Cadence = {
  months: 2,
  byRating: { Red: 1, Amber: 2, Green: 3, [notRated]: 2, Complete: 0 },
};

/** In how many months after the last one the next update of an action so rated is due; 0 for never. */
export const monthsBetweenUpdates = ({ months, byRating }: Cadence, rating: RatingOrNot): number =>
  byRating[rating] ?? months;
