import type { PartyState } from './party-state.ts';

/** People and organisations by id; two spellings that were merged are one. */
export type Directory = ReadonlyMap<string, PartyState>;

export const directoryOf = (parties: ReadonlyArray<PartyState>): Directory =>
  new Map(parties.map((party) => [party.id, party]));

/** The party that an id stands for, through every merger; the id itself where it is not known. */
export const canonicalParty =
  (directory: Directory) =>
  (id: string, seen: ReadonlySet<string> = new Set()): string => {
    const into = directory.get(id)?.mergedInto ?? null;
    return into === null || seen.has(id)
      ? id
      : canonicalParty(directory)(into, new Set([...seen, id]));
  };

/** The name by which a party goes. */
export const nameOf =
  (directory: Directory) =>
  (id: string): string => {
    const canonical = canonicalParty(directory)(id);
    return directory.get(canonical)?.name ?? canonical;
  };

/** Names are the same but for case, full stops and white space. */
export const normalisedName = (name: string): string =>
  name.toLocaleLowerCase('en').replaceAll('.', ' ').replace(/\s+/gu, ' ').trim();

/** The parties that go, or went before a merger, by a name: none, one, or several to choose from. */
export const partiesNamed =
  (directory: Directory) =>
  (name: string): ReadonlyArray<string> => [
    ...new Set(
      [...directory.values()]
        .filter((party) => normalisedName(party.name) === normalisedName(name))
        .map(({ id }) => canonicalParty(directory)(id)),
    ),
  ];
