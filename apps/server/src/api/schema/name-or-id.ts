import { brandedString, type Branded } from '@trackrecord/kernel';

/** A party as a person would name it: by its name, or by its id. */
export type NameOrId = Branded<string, 'NameOrId'>;
export const NameOrId = brandedString(
  'NameOrId',
  (text) => text.trim().length > 0 && text.length <= 1000 && text.isWellFormed(),
);
