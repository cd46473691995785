import { readLoneRating } from './rating.ts';

const total =
  /^(?:(?:grand|overall|sub)[- ]?)?totals?\b(?:\s+(?:number\s+of\s+)?(?:actions?|rated|ratings?))?\s*[:=]?\s*[\d,.%/ ]*$/i;
const counted =
  /^(?:(?:total\s+)?(?:number|no\.?|count|percentage|%)\s+(?:of\s+)?(?:actions?\s+)?(?:rated\s+)?)?(.+?)\s*[:=]?\s*[\d,.%]*$/i;

/** Sums are short. */
const longest = 60;

/** "4 actions", "3 rated", "12 in all". */
const countOfThem =
  /^\d{1,4}\s+(?:(?:actions?|rated|not rated|unrated|in all|in total|altogether)\b\s*)+$/i;

const isNumber = (text: string): boolean => /^[\s(£]*\d[\d,.\s/%()–-]*$/.test(text);

/** "Red", "Number of red", "Red: 4", "No. of actions rated Amber", "Not rated". */
const namesRating = (text: string): boolean => {
  const words = counted.exec(text.trim())?.[1] ?? '';
  return readLoneRating(words) !== undefined || /^(?:not rated|unrated|actions?)$/i.test(words);
};

/**
 * Whether a row sums up those above it ("Total", "Total actions: 12", "Red | 4"), or only numbers its columns.
 * @param texts its cells' words, in order
 * @param isLabelled whether its first words stand where an action's number or title would
 */
export const isTotalsRow = (texts: ReadonlyArray<string>, isLabelled: boolean): boolean => {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '');
  const [first] = filled;
  if (first === undefined || filled.some((text) => text.length > longest)) return false;
  if (total.test(first)) {
    return filled
      .slice(1)
      .every(
        (text) => isNumber(text) || total.test(text) || countOfThem.test(text) || namesRating(text),
      );
  }
  if (!isLabelled) return false;
  if (filled.every(isNumber)) return filled.length > 1;
  const counts = filled.filter((text) => isNumber(text) || /\d/.test(text)).length;
  return (
    !isNumber(first) && counts > 0 && filled.every((text) => isNumber(text) || namesRating(text))
  );
};
