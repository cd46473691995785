import type { Decide } from '@trackrecord/kernel';
import type { OrdersOf, RefusalsOf } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import { partyCommands } from '../party/party-commands.ts';
import type { StreamState } from '../stream-state.ts';
import { decideBy } from './decide-by.ts';

export { partyCommands };

/** Every command on a party's stream. */
export type PartyOrder = OrdersOf<typeof partyCommands>;

export type PartyRefusal = RefusalsOf<typeof partyCommands>;

/** Decides any command on a party. */
export const decideParty: Decide<StreamState, PartyOrder, PartyRefusal, PartyBody> = decideBy<
  PartyOrder,
  PartyRefusal,
  PartyBody
>(partyCommands);
