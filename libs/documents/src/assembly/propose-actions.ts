import { wordsOf } from '../document/block.ts';
import type { Finding, FindingOf } from '../outline/finding.ts';
import type { ProposedOwner } from '../proposal/party.ts';
import type { ProposedAction, ProposedRequest } from '../proposal/proposed-action.ts';
import type { Timescale } from '../proposal/timescale.ts';
import { listOlderNumbers } from '../recognisers/older-numbers.ts';
import { partyKindOf } from '../recognisers/party-names.ts';
import { recogniseTimescale } from '../recognisers/timescale.ts';
import { readUpdateRequests } from '../recognisers/update-requests.ts';
import { referencesIn } from './references-in.ts';
import { groupBy, listFound } from './grouping.ts';
import { originOf } from './origin-of.ts';
import type { Subjects } from './subjects.ts';

type Part = FindingOf<'action title' | 'rating' | 'owners' | 'timescale' | 'note'>;

const isPart = (finding: Finding): finding is Part =>
  finding.found === 'action title' ||
  finding.found === 'rating' ||
  finding.found === 'owners' ||
  finding.found === 'timescale' ||
  finding.found === 'note';

const ownersOf = (parts: ReadonlyArray<Part>): ReadonlyArray<ProposedOwner> =>
  listFound(parts, 'owners').flatMap(({ block, names, role }) =>
    names.map((name): ProposedOwner => ({
      name,
      kind: partyKindOf(name),
      role,
      from: originOf(block),
    })),
  );

const requestsOf = (notes: ReadonlyArray<FindingOf<'note'>>): ReadonlyArray<ProposedRequest> =>
  notes.flatMap(({ block, text }) =>
    readUpdateRequests(text).asked.map((asked) => ({
      ...asked,
      from: originOf(block, asked.words),
    })),
  );

/** A title that names a time says when: "… by September 2010". A year or a period in passing is no timescale. */
const timescaleInTitle = (title: string): Timescale | undefined => {
  const found = recogniseTimescale(title);
  if (found === undefined || found.isBareYear) return undefined;
  const standsInBrackets = title.includes(`(${found.timescale.asWritten})`);
  return found.reading === 'by' || standsInBrackets ? found.timescale : undefined;
};

const timescaleOf = (
  parts: ReadonlyArray<Part>,
  title: string,
): Pick<ProposedAction, 'timescale' | 'timescaleFrom'> => {
  const [said] = listFound(parts, 'timescale');
  if (said === undefined) {
    const timescale = timescaleInTitle(title);
    return timescale === undefined ? {} : { timescale };
  }
  return {
    // The field is kept as written, whole, with whatever dates its words give.
    timescale: { ...recogniseTimescale(said.text)?.timescale, asWritten: said.text },
    timescaleFrom: originOf(said.block),
  };
};

/** Words before colours, and what rates before what does not. */
const ratingOf = (
  parts: ReadonlyArray<Part>,
): Pick<ProposedAction, 'rating' | 'ratingAsWritten' | 'ratingFrom'> => {
  const all = listFound(parts, 'rating').filter(({ asWritten }) => asWritten !== '');
  const rated = all.filter(({ rating }) => rating !== undefined);
  const said = rated.find(({ byColour }) => byColour === undefined) ?? rated[0] ?? all[0];
  if (said === undefined) return {};
  return {
    ...(said.rating === undefined ? {} : { rating: said.rating }),
    ratingAsWritten: said.asWritten,
    ratingFrom: originOf(said.block, said.asWritten),
  };
};

const proposeAction = (
  found: FindingOf<'action'>,
  parts: ReadonlyArray<Part>,
  subjects: Subjects,
): ProposedAction => {
  const titles = [found, ...listFound(parts, 'action title')];
  const words = titles.map((one) => ('title' in one ? one.title : one.text)).filter(Boolean);
  // An action without a title is still one: what it is called stands for it.
  const title = words.length === 0 ? found.label || wordsOf(found.block) : words.join('\n');
  const notes = listFound(parts, 'note');
  return {
    ref: subjects.actions.get(found.key) ?? '',
    ...(found.number === undefined ? {} : { number: found.number }),
    label: found.label,
    title,
    under: { ...found.under, results: found.under.results ?? [] },
    ...ratingOf(parts),
    owners: ownersOf(parts),
    ...timescaleOf(parts, title),
    notes: notes.map(({ block, text }) => ({ text, from: originOf(block) })),
    requests: requestsOf(notes),
    crossReferences: [
      ...titles.flatMap((one) => referencesIn(one.block, 'title' in one ? one.title : one.text)),
      ...notes.flatMap(({ block, text }) => referencesIn(block, text)),
    ],
    knownAs: listOlderNumbers(title),
    from: originOf(found.block),
  };
};

/** The actions, each with what was found of it. */
export const proposeActions = (
  findings: ReadonlyArray<Finding>,
  subjects: Subjects,
): ReadonlyArray<ProposedAction> => {
  const parts = groupBy(findings.filter(isPart), ({ key }) => key);
  return listFound(findings, 'action').map((found) =>
    proposeAction(found, parts.get(found.key) ?? [], subjects),
  );
};
