const isCapitalised = (word: string): boolean => /^\p{Lu}[\p{L}\d’'.&-]*,?$/u.test(word);
const isJoiner = (word: string): boolean => word === 'and' || word === '&';

/** Names are looked for among so many words. */
const reach = 12;

/** The capitalised names that stand directly before a place in a text: "… Barbara and Paul Withington| to update". */
export const namesBefore = (text: string): string => {
  const words = text.trim().slice(-200).split(/\s+/).slice(-reach);
  let first = words.length;
  while (first > 0 && (isCapitalised(words[first - 1] ?? '') || isJoiner(words[first - 1] ?? '')))
    first -= 1;
  while (first < words.length && isJoiner(words[first] ?? '')) first += 1;
  return words.slice(first).join(' ');
};

/** The same after a place: "Update from |BEST". */
export const namesAfter = (text: string): string => {
  const words = text.trim().slice(0, 200).split(/\s+/).slice(0, reach);
  const end = words.findIndex(
    (word) => !isCapitalised(word.replace(/[.?!]$/, '')) && !isJoiner(word),
  );
  return words
    .slice(0, end < 0 ? words.length : end)
    .join(' ')
    .replace(/[.?!,]$/, '');
};

/** "Barbara and Paul Withington" are two. */
export const splitNames = (names: string): ReadonlyArray<string> =>
  names.split(/\s+(?:and|&)\s+|,\s*/).filter((name) => name !== '');
