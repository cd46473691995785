/** The fields of a plan as people call them, for those that have no sentence of their own. */
const words: Readonly<Record<string, string>> = {
  baseline: 'baseline',
  cadenceMonths: 'months between updates',
  label: 'label as written',
  link: 'linked to',
  measure: 'measure',
  narrative: 'section',
  outcome: 'linked to the outcome',
  partnership: 'partnership',
  period: 'period',
  priority: 'priority',
  ratingScale: 'ratings in use',
  statement: 'statement',
  story: 'story behind the baseline',
  successor: 'carried forward',
  timeZone: 'time zone',
  timescale: 'timescale',
  title: 'title',
  words: 'words',
};

/** A field's name in words. */
export const fieldInWords = (field: string): string => words[field] ?? field;
