import type { Decide } from '@trackrecord/kernel';
import type { OrdersOf, RefusalsOf } from '../command.ts';
import type { PartnershipBody } from '../event/domain-event.ts';
import { partnershipCommands } from '../partnership/partnership-commands.ts';
import type { StreamState } from '../stream-state.ts';
import { decideBy } from './decide-by.ts';

export { partnershipCommands };

/** Every command on a partnership's stream. */
export type PartnershipOrder = OrdersOf<typeof partnershipCommands>;

export type PartnershipRefusal = RefusalsOf<typeof partnershipCommands>;

/** Decides any command on a partnership. */
export const decidePartnership: Decide<
  StreamState,
  PartnershipOrder,
  PartnershipRefusal,
  PartnershipBody
> = decideBy<PartnershipOrder, PartnershipRefusal, PartnershipBody>(partnershipCommands);
