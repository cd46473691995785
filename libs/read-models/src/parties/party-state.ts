import {
  boardRole,
  contactAddress,
  membership,
  party,
  type PartyKind,
  partyExists,
  partyKind,
  partyMergedInto,
  partyName,
  remindersDeclined,
} from '@trackrecord/domain';
import type { Ordinal, Values } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';

/** A person or an organisation, as its own stream holds it. */
export type PartyState = Readonly<{
  id: string;
  kind: PartyKind;
  name: string;
  mergedInto: string | null;
  organisations: ReadonlyArray<string>;
  /** Where reminders go; `null` where nowhere. */
  address: string | null;
  /** The ordinal at which that was said. */
  addressAt: Ordinal | null;
  /** They asked for no more reminders. */
  declines: boolean;
  boardRoles: ReadonlyArray<Readonly<{ board: string; role: string }>>;
}>;

/** Reads a party from a cut through its stream; `none` where it was never registered. */
export const partyStateOf = (id: string, cut: Values): O.Option<PartyState> =>
  O.isNone(partyExists.of(cut, party))
    ? O.none
    : O.some({
        id,
        kind: O.getOrElse((): PartyKind => 'person')(partyKind.of(cut, party)),
        name: O.getOrElse((): string => id)(partyName.of(cut, party)),
        mergedInto: O.toNullable(partyMergedInto.of(cut, party)),
        organisations: membership.membersOf(cut, party).map((member) => member.id),
        address: O.toNullable(contactAddress.of(cut, party)),
        addressAt: cut.get(party)?.get(contactAddress.name)?.ordinal ?? null,
        declines: O.isSome(remindersDeclined.of(cut, party)),
        boardRoles: boardRole.membersOf(cut, party).map(({ value }) => value),
      });
