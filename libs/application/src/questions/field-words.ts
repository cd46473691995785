/** The fields of a plan as people call them, where that is not their name. */
const words: Readonly<Record<string, string>> = {
  cadenceByRating: 'updates by rating',
  cadenceMonths: 'months between updates',
  columnMeaning: 'meaning of a column',
  contactAddress: 'address for reminders',
  crossReference: 'cross-reference',
  exists: 'place in the plan',
  glossary: 'glossary term',
  knownAs: 'earlier number',
  label: 'label as written',
  link: 'linked to',
  narrative: 'section',
  outcome: 'linked to the outcome',
  ratingScale: 'ratings in use',
  ref: 'number',
  reminderPolicy: 'how reminders go out',
  remindersDeclined: 'reminders stopped',
  story: 'story behind the baseline',
  revoked: 'end of a token',
  successor: 'carried forward',
  timeZone: 'time zone',
  news: 'news that a webhook is sent',
  removed: 'end of a webhook',
  under: 'place',
};

/** A field's name in words. */
export const fieldInWords = (field: string): string => words[field] ?? field;
