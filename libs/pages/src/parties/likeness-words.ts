import type { DirectoryAnswer } from '@trackrecord/application';

type Likeness = DirectoryAnswer['duplicates'][number]['likeness'];

/** Why two names may be one, for whoever is to decide it. */
export const likenessWords: Readonly<Record<Likeness, string>> = {
  'same words': 'the same words, written otherwise',
  'other order': 'the same words in another order',
  initials: 'an initial for the first name',
  'one letter': 'one letter apart',
  acronym: 'one is the initials of the other',
};
