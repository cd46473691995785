const colour = '(?:red|amber|green|blue|grey|gray|yellow|r|a|g|b)';
const entry = new RegExp(
  `^\\W{0,3}${colour}(?:\\s*/\\s*${colour})?\\s*(?::|=|–|—|-|means)\\s*\\S`,
  'i',
);
const heading = /^(?:rag\s+)?(?:ratings?\s+)?(?:key|legend)(?:\s+to\s+(?:rag\s+)?ratings?)?\s*:?/i;

/** "Key", "RAG legend:": what comes next says what colours mean. */
export const isLegendHeading = (words: string): boolean => {
  const found = heading.exec(words);
  if (found === null) return false;
  const rest = words.slice(found[0].length).trim();
  return rest === '' || entry.test(rest);
};

/** "Green: on track", "R = off track", "Key: …": what the colours mean. Never an action's rating. */
export const isLegend = (words: string): boolean => entry.test(words) || isLegendHeading(words);
