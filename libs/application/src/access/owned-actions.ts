import { type ActionState, canonicalParty, type Directory } from '@trackrecord/read-models';

/** Every id that stands for one of these parties: all spellings that were merged into one are it. */
const spellingsOf = (directory: Directory, parties: ReadonlyArray<string>): ReadonlySet<string> => {
  const canonical = canonicalParty(directory);
  const wanted = new Set(parties.map((id) => canonical(id)));
  return new Set([
    ...parties,
    ...wanted,
    ...[...directory.keys()].filter((id) => wanted.has(canonical(id))),
  ]);
};

/** The ids under which actions are somebody's own: themselves and the organisations that they belong to. */
export const partiesOf = (directory: Directory, party: string): ReadonlySet<string> => {
  const themselves = spellingsOf(directory, [party]);
  const organisations = [...themselves].flatMap((id) => directory.get(id)?.organisations ?? []);
  return new Set([...themselves, ...spellingsOf(directory, organisations)]);
};

/** Whether an action is somebody's own: they lead or support it, or an open request asks them. */
export const owns = (
  parties: ReadonlySet<string>,
  { owners, requests }: Pick<ActionState, 'owners' | 'requests'>,
): boolean =>
  owners.some(({ id }) => parties.has(id)) ||
  requests.some(({ value: { state, of } }) => state === 'open' && of.some((id) => parties.has(id)));
