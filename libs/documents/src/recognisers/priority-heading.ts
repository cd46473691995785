/** A line such as "AS1 Supporting Priority 7a: We will …": what is before the word, the number, and the rest. */
export type PriorityHeading = Readonly<{
  prefix: string;
  ref: string;
  title: string;
  parted: boolean;
}>;

const heading =
  /^((?:[\p{L}\d’'&]+\s+){0,5})(priority|objective|aim|goal)\s+(\d{1,4}[a-z]?|[a-z](?=\s*[:.–—-])|one|two|three|four|five|six|seven|eight|nine|ten)\b\s*([:.–—-]+)?\s*/iu;

const figures = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const refOf = (number: string): string => {
  const figure = figures.indexOf(number.toLowerCase());
  if (figure >= 0) return String(figure + 1);
  return number.length === 1 ? number.toUpperCase() : number.toLowerCase();
};

/** "Priority: Safer streets": what kind of heading it is, is no part of its words. */
export const withoutKind = (words: string): string =>
  words.replace(/^(?:priority|objective|aim|goal)(?:\s*:\s*|\s*[–—-]\s+)(?=\S)/iu, '');

/** Words before "Priority" belong to its name when each is a capital or a joining word: not "we see Priority 1". */
const isName = (prefix: string): boolean =>
  prefix
    .trim()
    .split(/\s+/)
    .every((word) => word === '' || /^[\p{Lu}\d&]/u.test(word));

/**
 * A line that begins with a priority's name and number. `parted` says whether something parts the number from
 * the words after it; without that ("Priority 4 needs development") it may be a remark.
 */
export const recognisePriorityHeading = (words: string): PriorityHeading | undefined => {
  const found = heading.exec(words.slice(0, 200));
  if (found?.[3] === undefined || !isName(found[1] ?? '')) return undefined;
  const title = words.slice(found[0].length).trim();
  return {
    prefix: (found[1] ?? '').trim(),
    ref: refOf(found[3]),
    title,
    parted: found[4] !== undefined || title === '',
  };
};
