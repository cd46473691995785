/** What of a plan says who does what by when, and who owes: no words of notes, no narratives. */
export const workFields: ReadonlyArray<string> = [
  ...['exists', 'title', 'period', 'status', 'cadenceMonths', 'cadenceByRating', 'ratingScale'],
  ...['ref', 'rating', 'owner', 'request', 'timescale', 'created', 'updated'],
];
