/**
 * Whether two words are one slip of the pen apart: a letter changed, left out or put in, or two that stand beside
 * each other swapped. The same word is not.
 */
export const isOneEditApart = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  const places = Array.from({ length: short.length }, (_, place) => place);
  const at = places.find((place) => short[place] !== long[place]) ?? short.length;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped =
    short[at] === long[at + 1] &&
    short[at + 1] === long[at] &&
    short.slice(at + 2) === long.slice(at + 2);
  return isSwapped || short.slice(at + 1) === long.slice(at + 1);
};
