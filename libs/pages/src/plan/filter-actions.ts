import type { ActionAnswer } from '@trackrecord/application';
import { enablerValue, nobody } from './plan-choices.ts';
import type { PlanParams } from './plan-params.ts';

/** Text as it is searched: without case, accents and typographers' apostrophes. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’]/gu, "'")
    .toLowerCase();

const wordsIn = (search: string): ReadonlyArray<string> =>
  plain(search)
    .split(/\s+/u)
    .filter((word) => word !== '');

/** Whether a text has all the words that are searched for; every text has none. */
export const holdsWords = (search: string): ((text: string) => boolean) => {
  const words = wordsIn(search);
  if (words.length === 0) return () => true;
  return (text) => {
    const searched = plain(text);
    return words.every((word) => searched.includes(word));
  };
};

const textOf = ({ ref, label, title, notes }: ActionAnswer): string =>
  [ref, label, title, ...notes.map((note) => note.text)].join('\n');

const isOwnedBy =
  (owner: string, names: ReadonlySet<string>) =>
  ({ owners }: ActionAnswer): boolean =>
    owner === nobody ? owners.length === 0 : owners.some(({ name }) => names.has(name));

/**
 * The actions that are asked for, in the order in which they came.
 * Withdrawn actions are not among a plan's actions: asking for them leaves none here.
 */
export const filterActions = (
  actions: ReadonlyArray<ActionAnswer>,
  { ratings, place, owner, owedOnly, status, search }: PlanParams,
): ReadonlyArray<ActionAnswer> => {
  const holds = holdsWords(search);
  const names = new Set(
    actions
      .flatMap(({ owners }) => owners)
      .filter(({ party }) => party === owner)
      .map(({ name }) => name),
  );
  return actions.filter(
    (action) =>
      (ratings.length === 0 || ratings.includes(action.rating)) &&
      (place === null ||
        action.under.priority === place ||
        (action.under.enabler !== null && enablerValue(action.under.enabler) === place)) &&
      (owner === null || isOwnedBy(owner, names)(action)) &&
      (!owedOnly || action.updateOwed) &&
      (status === null || action.status === status) &&
      holds(textOf(action)),
  );
};
