const cadences: ReadonlyArray<readonly [months: number, words: RegExp]> = [
  [1, /\b(?:monthly|every month|once a month)\b/i],
  [2, /\b(?:bi-?monthly|every (?:two|2) months)\b/i],
  [3, /\b(?:quarterly|every quarter|each quarter|every (?:three|3) months)\b/i],
  [4, /\b(?:termly|every term|every (?:four|4) months)\b/i],
  [6, /\b(?:half-yearly|six-monthly|twice a year|every (?:six|6) months)\b/i],
  [12, /\b(?:annually|yearly|once a year|every year|every (?:twelve|12) months)\b/i],
];

const reviewing = /\b(?:review(?:s|ed)?|monitor(?:s|ed)?|updated?|report(?:s|ed)?|goes through)\b/i;
const whole = /\b(?:plan|board|partnership|performance|progress|actions)\b/i;

/** How often a sentence says that the plan is reviewed, in calendar months. */
export const recogniseReviewCadence = (sentence: string): number | undefined =>
  reviewing.test(sentence) && whole.test(sentence)
    ? cadences.find(([, words]) => words.test(sentence))?.[0]
    : undefined;
