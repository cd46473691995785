import { AssignOwner, type OwnerRole, type PartyId, ReleaseOwner } from '@trackrecord/domain';
import { type Outcome, together } from '../reconcile/outcome.ts';
import { refOf } from '../reconcile/words-of.ts';
import { type Doing, type EditedAction, namesInCell, ordered, partyOf } from './copy-edits.ts';

const roles: ReadonlyArray<OwnerRole> = ['lead', 'support'];

type Named = Readonly<{ gone: ReadonlyArray<PartyId>; come: ReadonlyArray<PartyId> }>;

const namedIn = (doing: Doing, { cells }: EditedAction, role: OwnerRole): Named => {
  const cell = cells.get(role);
  if (cell === undefined) return { gone: [], come: [] };
  const partiesIn = (words: string) =>
    namesInCell(doing.parties)(words).map((name) => partyOf(doing, name));
  const [was, says] = [partiesIn(cell.was), partiesIn(cell.says)];
  return {
    gone: was.filter((party) => !says.includes(party)),
    come: says.filter((party) => !was.includes(party)),
  };
};

/** Who was written in becomes an owner, who was taken out is released; from lead to support is one change. */
export const ownerEdits = (doing: Doing, edited: EditedAction): Outcome => {
  const action = refOf(edited.action.id);
  const named = roles.map((role) => ({ role, ...namedIn(doing, edited, role) }));
  const come = new Set(named.flatMap((one) => one.come));
  const held = new Set<string>(edited.action.owners.map(({ id }) => id));
  return together([
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
