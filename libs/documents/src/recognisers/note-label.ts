/** "Notes: …", "Progress: …" under an action; the words after the label, which may be none. */
export const recogniseNoteLabel = (words: string): string | undefined => {
  const found = /^(?:notes?|progress(?: to date)?|comments?|commentary|update)\s*(?::\s*|$)/i.exec(
    words,
  );
  return found === null ? undefined : words.slice(found[0].length).trim();
};
