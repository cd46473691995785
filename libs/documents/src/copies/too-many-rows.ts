/** So many rows may come back of any copy, and so many for each that was written. */
const rowsOfAny = 5_000;
const rowsForEach = 10;

/**
 * Why a copy with so many rows is not held against what was written, in words; `undefined` where it is. Nobody types so
 * many: it is another register with a copy's marks, and each row without an id would be looked for among all actions.
 */
export const tooManyRows = (rows: number, written: number): string | undefined => {
  const limit = Math.max(rowsForEach * written, rowsOfAny);
  if (rows <= limit) return undefined;
  const [seen, were, most] = [rows, written, limit].map((count) => count.toLocaleString('en-GB'));
  return `The file says that it is a copy of this plan, and has ${seen} rows of actions where ${were} were written. Accepted are at most ${most} rows. Import it as any other document instead.`;
};
