import type { CommandId } from '@trackrecord/kernel';
import type { AccessId, PartyId } from '@trackrecord/domain';

/** Where new ids come from. */
export type Ids = Readonly<{
  commandId: () => CommandId;
  partyId: () => PartyId;
  /** Of an account or a token; ids of webhooks are made of the same. */
  accessId: () => AccessId;
}>;
