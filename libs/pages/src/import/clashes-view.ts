/** An edit of a copy that came back, of what the plan changed otherwise since the copy was made. */
export type ClashShown = Readonly<{
  /** By which the copy's side is taken. */
  key: string;
  ref: string;
  /** The head of its column; `null` where the row is gone on one side. */
  column: string | null;
  was: string;
  now: string;
  says: string;
  /** Whether the copy's side is taken. */
  isTaken: boolean;
}>;

/** The clashes of a preview, action by action as the copy has them; `null` where there are none. */
export const clashesView = (clashes: ReadonlyArray<ClashShown>) =>
  clashes.length === 0
    ? null
    : clashes.map(({ ref, column, ...clash }, at) => ({
        ...clash,
        id: `clash-${at + 1}`,
        what: `Action ${ref}: ${column === null ? 'the whole row' : column.toLowerCase()}`,
        isRating: column === 'Rating',
      }));
