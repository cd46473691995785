import type { PartyId } from '@trackrecord/domain';
import { readPartyNames } from '../recognisers/party-names.ts';
import { comparedName } from './compared-words.ts';
import type { WrittenRows } from './copy-row.ts';

/** Who is called what in a copy, by names as they are compared. */
export type PartiesNamed = ReadonlyMap<string, ReadonlyArray<PartyId>>;

const named = (parties: WrittenRows['parties']): PartiesNamed =>
  new Map(
    [...Map.groupBy(parties, ([name]) => comparedName(name))].map(([name, all]) => [
      name,
      [...new Set(all.flatMap(([, ids]) => ids))],
    ]),
  );

/** Names as the plan has them now and as the copy was made with: what they meant then is meant. */
export const partiesNamed = (
  now: WrittenRows['parties'],
  written: WrittenRows['parties'],
): PartiesNamed => new Map([...named(now), ...named(written)]);

/** The names in a cell of owners: those that are known whole, whatever they are made of; others as they are read. */
export const namesInCell =
  (parties: PartiesNamed) =>
  (words: string): ReadonlyArray<string> =>
    words
      .split(/[;\n]/u)
      .map((part) => part.replace(/\s+/gu, ' ').trim())
      .flatMap((part) => (parties.has(comparedName(part)) ? [part] : readPartyNames(part)));
