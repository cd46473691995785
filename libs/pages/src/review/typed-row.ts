/** What was filled in for one action of a review grid, exactly as it was typed. */
export type TypedRow = Readonly<{
  /** A rating of the scale, `noRatingValue`, or '' to leave it as it is. */
  rating: string;
  note: string;
  why: string;
  /** That nothing has changed. */
  same: boolean;
  /** That it answers what was asked. */
  answers: boolean;
}>;

/** What was filled in, by the refs of the actions. */
export type TypedRows = ReadonlyMap<string, TypedRow>;

export const emptyTypedRow: TypedRow = {
  rating: '',
  note: '',
  why: '',
  same: false,
  answers: false,
};

/** Whether anything was filled in for an action: a reason alone is something too, and is not to be lost. */
export const isFilledIn = ({ rating, note, why, same, answers }: TypedRow): boolean =>
  rating !== '' || note.trim() !== '' || why.trim() !== '' || same || answers;

/** The actions for which anything was filled in. */
export const filledIn = (rows: TypedRows): TypedRows =>
  new Map([...rows].filter(([, row]) => isFilledIn(row)));
