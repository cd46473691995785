/** The words that a document's ratings come to. "Not rated" is the absence of one. */
export const ratings = [
  'Red',
  'Amber',
  'Green',
  'Red/Amber',
  'Amber/Green',
  'Complete',
  'Not started',
] as const;

export type Rating = (typeof ratings)[number];
