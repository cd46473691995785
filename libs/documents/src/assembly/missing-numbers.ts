/** More gaps than these are not numbering with holes. */
const most = 1000;

/** The whole numbers between the smallest and the largest that are not there: 1, 2, 4 lack 3. */
export const missingNumbersIn = (refs: ReadonlyArray<string>): ReadonlyArray<number> => {
  const numbers = [...new Set(refs.filter((ref) => /^\d{1,6}$/.test(ref)).map(Number))].sort(
    (a, b) => a - b,
  );
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || last === undefined || last - first + 1 - numbers.length > most)
    return [];
  const present = new Set(numbers);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
    (number) => !present.has(number),
  );
};
