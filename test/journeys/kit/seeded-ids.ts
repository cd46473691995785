import { createHash } from 'node:crypto';
import type { Ids } from '@trackrecord/application';
import { AccessId, PartyId } from '@trackrecord/domain';
import { CommandId } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';

/** Ids that look like random ones and are the same for the same seed: two desks with them say the same. */
export const seededIds = (seed: string): Ids => {
  const drawn = { count: 0 };
  const next = (): string => {
    drawn.count += 1;
    const hex = createHash('sha256').update(`${seed} ${drawn.count}`).digest('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(12, 15)}`,
      `8${hex.slice(15, 18)}`,
      hex.slice(18, 30),
    ].join('-');
  };
  return {
    commandId: () => must(CommandId)(next()),
    partyId: () => must(PartyId)(`p-${next().slice(0, 13)}`),
    accessId: () => must(AccessId)(`a-${next().slice(0, 13)}`),
  };
};
