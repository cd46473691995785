import { randomUUID } from 'node:crypto';
import type { Ids } from '@trackrecord/application';
import { AccessId, PartyId } from '@trackrecord/domain';
import { CommandId } from '@trackrecord/kernel';

/** Ids that nobody can guess and that tell nothing. */
export const randomIds: Ids = {
  commandId: () => {
    const id = randomUUID();
    if (CommandId.is(id)) return id;
    throw new Error('a random UUID is a command id');
  },
  partyId: () => {
    const id = `p-${randomUUID().slice(0, 13)}`;
    if (PartyId.is(id)) return id;
    throw new Error('a random UUID makes a party id');
  },
  accessId: () => {
    const id = `a-${randomUUID().slice(0, 13)}`;
    if (AccessId.is(id)) return id;
    throw new Error('a random UUID makes an access id');
  },
};
