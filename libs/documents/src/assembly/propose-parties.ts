import type { Finding } from '../outline/finding.ts';
import type { ProposedParty } from '../proposal/party.ts';
import type { ProposedAction } from '../proposal/proposed-action.ts';
import { partyKindOf } from '../recognisers/party-names.ts';
import { groupBy, listFound } from './grouping.ts';

/** Everybody who is named: organisations on the board with their roles, owners, those asked for an update. */
export const proposeParties = (
  findings: ReadonlyArray<Finding>,
  actions: ReadonlyArray<ProposedAction>,
): ReadonlyArray<ProposedParty> => {
  const roles = groupBy(
    listFound(findings, 'board role').filter(({ role }) => role !== ''),
    ({ organisation }) => organisation,
  );
  const onBoard = listFound(findings, 'organisation').map(({ name }): ProposedParty => ({
    name,
    kind: 'organisation',
    boardRoles: roles.get(name)?.map(({ role }) => role) ?? [],
  }));
  const inActions = actions.flatMap(({ owners, requests }) => [
    ...owners.map(({ name, kind }): ProposedParty => ({ name, kind, boardRoles: [] })),
    ...requests.flatMap(({ parties }) =>
      parties.map((name): ProposedParty => ({ name, kind: partyKindOf(name), boardRoles: [] })),
    ),
  ]);
  const byName = groupBy([...onBoard, ...inActions], ({ name }) => name);
  return [...byName.values()].flatMap(([first]) => (first === undefined ? [] : [first]));
};
