import { knownVariables } from './settings.ts';

/** How many letters have to be put in, left out or changed to get from one word to another (Levenshtein). */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [place, letter] of Array.from(one).entries()) {
    const above = row;
    row = [place + 1];
    for (let index = 0; index < other.length; index += 1)
      row.push(
        Math.min(
          (above[index + 1] ?? 0) + 1,
          (row[index] ?? 0) + 1,
          (above[index] ?? 0) + (letter === other[index] ? 0 : 1),
        ),
      );
  }
  return row.at(-1) ?? 0;
};

const nearest = (name: string): string | undefined =>
  knownVariables
    .map((known) => ({ known, far: distance(name, known) }))
    .filter(({ far }) => far <= 4)
    .toSorted((one, other) => one.far - other.far)[0]?.known;

/** What is said of variables that are named like ours and mean nothing: somebody believes that they do. */
export const likelyTypos = (
  environment: Readonly<Record<string, string | undefined>>,
): ReadonlyArray<string> =>
  Object.keys(environment)
    .filter((name) => name.startsWith('TRACKRECORD_') && !knownVariables.includes(name))
    .toSorted()
    .map((name) => {
      const meant = nearest(name);
      return meant === undefined
        ? `${name}: there is no such setting; unset it, or name another so.`
        : `${name}: there is no such setting; ${meant} is probably meant.`;
    });
