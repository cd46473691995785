/** An action's words as a heading and what comes below it: some go on as a list. */
export type TitleParts = Readonly<{ first: string; others: ReadonlyArray<string> }>;

/** The first line of an action's words, and the others. */
export const titleParts = (title: string): TitleParts => {
  const [first = '', ...others] = title
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { first, others };
};
