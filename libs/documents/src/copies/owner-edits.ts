import { AssignOwner, type OwnerRole, type PartyId, ReleaseOwner } from '@trackrecord/domain';
import { type Outcome, together } from '../reconcile/outcome.ts';
import { refOf } from '../reconcile/words-of.ts';
import { comparedName } from './compared-words.ts';
import { type Doing, type EditedAction, notDone, ordered, partiesOf } from './copy-edits.ts';
import { namesInCell } from './names-in-copy.ts';

const roles: ReadonlyArray<OwnerRole> = ['lead', 'support'];

/** Who was taken out of a cell, who was written into it, and names there of which several are called so. */
type Named = Readonly<{
  role: OwnerRole;
  gone: ReadonlyArray<PartyId>;
  come: ReadonlyArray<PartyId>;
  unclear: ReadonlyArray<string>;
}>;

const namedIn = (doing: Doing, { cells, action }: EditedAction, role: OwnerRole): Named => {
  const cell = cells.get(role);
  if (cell === undefined) return { role, gone: [], come: [], unclear: [] };
  const namesIn = (words: string) =>
    Map.groupBy(namesInCell(doing.parties)(words), (name) => comparedName(name));
  const [was, says] = [namesIn(cell.was), namesIn(cell.says)];
  const idsIn = (names: typeof was): ReadonlySet<PartyId> =>
    new Set([...names.values()].flat().flatMap((name) => partiesOf(doing, name)));
  const [before, after] = [idsIn(was), idsIn(says)];
  const held = new Set<string>(action.owners.map(({ id }) => id));
  const written = [...says].map(([key, [name = key, ...again]]) => {
    const parties = partiesOf(doing, name);
    const holding = parties.filter((party) => held.has(party));
    const isNew = !was.has(key);
    // Of several of one name, whoever is an owner of the action already changes the role.
    const meant = parties.length === 1 ? parties : holding.length === 1 ? holding : [];
    const isOther = !isNew && parties.length > 1 && was.get(key)?.length !== again.length + 1;
    return { name, come: isNew ? meant : [], isUnclear: isOther || (isNew && meant.length === 0) };
  });
  return {
    role,
    gone: [...before].filter((party) => !after.has(party)),
    come: written.flatMap(({ come }) => come.filter((party) => !before.has(party))),
    unclear: written.flatMap(({ name, isUnclear }) => (isUnclear ? [name] : [])),
  };
};

/** Who was written in becomes an owner, who was taken out is released; from lead to support is one change. */
export const ownerEdits = (doing: Doing, edited: EditedAction): Outcome => {
  const action = refOf(edited.action.id);
  const named = roles.map((role) => namedIn(doing, edited, role));
  const come = new Set(named.flatMap((one) => one.come));
  const held = new Set<string>(edited.action.owners.map(({ id }) => id));
  return together([
    ...named.flatMap(({ unclear }) =>
      unclear.map((name) =>
        notDone(
          edited.from,
          name,
          `several in this plan are called “${name}”, and the cell does not say which of them: left as it is. Change it in the plan`,
        ),
      ),
    ),
    ...named.flatMap(({ gone }) =>
      gone
        .filter((party) => held.has(party) && !come.has(party))
        .map((party) => ordered(doing, ReleaseOwner.of({ action, party }), edited.from)),
    ),
    ...named.flatMap((one) =>
      one.come.map((party) =>
        ordered(doing, AssignOwner.of({ action, party, role: one.role }), edited.from),
      ),
    ),
  ]);
};
