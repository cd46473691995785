/** "Enabler B: - Workforce planning …". */
export const recogniseEnablerHeading = (
  words: string,
): Readonly<{ ref: string; title: string }> | undefined => {
  const found = /^enabler\s+([A-Z]|\d{1,3})\s*[:.–—-][\s:.–—-]*/i.exec(words);
  return found?.[1] === undefined
    ? undefined
    : { ref: found[1].toUpperCase(), title: words.slice(found[0].length).trim() };
};
