export type CodedIndicator = Readonly<{ code: string; title: string }>;

const coded = /^([A-Z]{2,5})\s?(\d{1,3}[a-z]?)(?![\w/%])\s*[:.–—-]*\s*/;

/** Capitals and a figure that name no indicator: school stages and years, diagrams. */
const notCodes = new Set(['KS', 'FS', 'EYFS', 'AS', 'UN', 'COVID', 'PHASE', 'YEAR']);

/** "NI 55 Obesity in Year R", "CT 2": the code, as its framework writes it, and the title, which may be empty. */
export const recogniseIndicatorCode = (words: string): CodedIndicator | undefined => {
  const found = coded.exec(words);
  if (found?.[1] === undefined || found[2] === undefined || notCodes.has(found[1]))
    return undefined;
  return { code: `${found[1]} ${found[2]}`, title: words.slice(found[0].length).trim() };
};
