const longest = 60;

/** Words as part of an id: lower-case letters, digits and hyphens. */
export const slugOf = (words: string): string =>
  words
    .slice(0, 400)
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-$/, '');

/** Hands out each ref once: the second "5" is "5-2". */
export const uniqueRefs = (): ((wanted: string) => string) => {
  const counts = new Map<string, number>();
  const given = new Set<string>();
  return (wanted) => {
    let count = (counts.get(wanted) ?? 0) + 1;
    let ref = count === 1 ? wanted : `${wanted}-${count}`;
    while (given.has(ref)) {
      count += 1;
      ref = `${wanted}-${count}`;
    }
    counts.set(wanted, count);
    given.add(ref);
    return ref;
  };
};
