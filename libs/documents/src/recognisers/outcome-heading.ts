/** An outcome of an outside framework that plans are arranged by. */
export type OutcomeHeading = Readonly<{ framework: string; title: string }>;

const framework = 'Every Child Matters';

/** The five outcomes of Every Child Matters (Children Act 2004, section 10; HM Treasury, Cm 5860). */
const outcomes: ReadonlyArray<readonly [title: string, spellings: RegExp]> = [
  ['Being Healthy', /^be(?:ing)? healthy$/i],
  ['Staying Safe', /^stay(?:ing)? safe$/i],
  ['Enjoying and Achieving', /^enjoy(?:ing)? (?:and|&) achiev(?:e|ing)$/i],
  ['Making a Positive Contribution', /^mak(?:e|ing) a positive contribution$/i],
  ['Achieving Economic Wellbeing', /^achiev(?:e|ing) economic well-?\s?being$/i],
];

const longest = 60;

/** "Staying Safe" standing as a heading of its own. */
export const recogniseOutcomeHeading = (words: string): OutcomeHeading | undefined => {
  if (words.length > longest) return undefined;
  const plain = words
    .replace(/^(?:ecm|every child matters)(?:\s+outcome)?\s*[:–-]\s*/i, '')
    .replace(/[\s:.]+$/, '');
  const found = outcomes.find(([, spellings]) => spellings.test(plain));
  return found === undefined ? undefined : { framework, title: found[0] };
};
