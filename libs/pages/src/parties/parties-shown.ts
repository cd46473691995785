import type { DirectoryAnswer, PartyListed } from '@trackrecord/application';
import { normalisedName } from '@trackrecord/read-models';
import type { PartiesParams } from './parties-params.ts';

const owesIn = ({ work }: PartyListed): boolean => work.some(({ owes }) => owes.length > 0);

const isCalled = ({ name, spellings, organisations }: PartyListed, search: string): boolean => {
  const wanted = normalisedName(search);
  return [name, ...spellings, ...organisations.map((one) => one.name)].some((each) =>
    normalisedName(each).includes(wanted),
  );
};

/** Those whom an address asks for; with a plan, what they do in it alone. */
export const partiesShown = (
  { parties }: Pick<DirectoryAnswer, 'parties'>,
  { kind, plan, search, owing }: PartiesParams,
): ReadonlyArray<PartyListed> =>
  parties
    .map((party) =>
      plan === null ? party : { ...party, work: party.work.filter((work) => work.plan === plan) },
    )
    .filter((party) => kind === null || party.kind === kind)
    .filter(({ work }) => plan === null || work.length > 0)
    .filter((party) => search === '' || isCalled(party, search))
    .filter((party) => !owing || owesIn(party));
