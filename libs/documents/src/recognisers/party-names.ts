import type { PartyKind } from '../proposal/party.ts';

const organisationWords =
  /\b(?:council|services?|team|school|schools|college|trust|board|police|group|partnership|agency|agencies|association|centres?|centers?|nhs|charity|forum|department|directorate|committee|consortium|network|project|university|hospital|practice|ltd|limited|cic|club|society|church|authority|unit|federation|panel|youth|health|housing|education|partners)\b/i;
const postWords =
  /\b(?:manager|officer|head|director|lead|chair|coordinator|co-ordinator|commissioner|adviser|advisor|nurse|worker)\b/i;

const isName = (word: string): boolean => /^\p{Lu}[\p{L}’'.-]*$/u.test(word);

/** Up to four capitalised words, not all capitals and without a word that only organisations have. */
const looksLikePerson = (name: string): boolean => {
  const words = name.split(/\s+/);
  return (
    words.length <= 4 &&
    words.every(isName) &&
    words.some((word) => /\p{Ll}/u.test(word)) &&
    !organisationWords.test(name)
  );
};

/** Whether a name is a person's (or a post's) or an organisation's, by how it is written: "BEST" is the latter. */
export const partyKindOf = (name: string): PartyKind => {
  const withoutBrackets = name.replace(/\s?\([^)]{0,200}\)/g, '').trim();
  return looksLikePerson(withoutBrackets) || postWords.test(withoutBrackets)
    ? 'person'
    : 'organisation';
};

const nobody = new Set([
  '',
  '-',
  '–',
  '—',
  'tbc',
  'tba',
  'n/a',
  'none',
  '?',
  'to be confirmed',
  'vacant',
  'all',
]);

/** A name that stands between commas or "and" on its own: a person, or an organisation's initials. */
const standsAlone = (name: string): boolean =>
  looksLikePerson(name) || /^[A-Z][A-Z0-9&]{1,9}$/.test(name);

/** "J Fox/Council" is somebody and an organisation; "Health/Housing Team" may be one. */
const besidePerson = (part: string): ReadonlyArray<string> => {
  const names = part.split('/').map((name) => name.trim());
  const isPerson = (name: string): boolean => /\s/.test(name) && looksLikePerson(name);
  return names.some(isPerson) &&
    names.every((name) => /^\p{Lu}[\p{L}\d]/u.test(name) || isPerson(name))
    ? names
    : [part];
};

/**
 * The parties that an owner's place names. Semicolons, line ends and " / " always part them; commas, "and", "&"
 * and "/" only where each part stands on its own, since an organisation's name may hold them.
 */
export const readPartyNames = (text: string): ReadonlyArray<string> =>
  text
    .split(/[;\n]|\s\/|\/\s/)
    .flatMap(besidePerson)
    .map((part) => part.trim().replace(/[.,]$/, '').replace(/\s+/g, ' '))
    .flatMap((part) => {
      const finer = part
        .split(/,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*\/\s*/)
        .filter((name) => name !== '');
      return finer.length > 1 && finer.every(standsAlone) ? finer : [part];
    })
    .filter((name) => !nobody.has(name.toLowerCase()));
