import type { CommandId } from '@trackrecord/kernel';
import type { PartyId } from '@trackrecord/domain';

/** Where new ids come from. */
export type Ids = Readonly<{ commandId: () => CommandId; partyId: () => PartyId }>;
