import type { Channel, Circumstances, PartyId, Text } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import type { Writable } from '../trackrecord.ts';

/** What a person says around a command: who they are, on whose word, since when it is true, why. */
export type Said = Readonly<{
  by: PartyId;
  onWordOf?: PartyId | undefined;
  effectiveOn: LocalDate;
  why?: Text | undefined;
  channel: Channel;
}>;

/** The circumstances of a new command; nothing proves yet who gave it. */
export const circumstancesOf = (
  { ids, clock }: Writable,
  { by, onWordOf, effectiveOn, why, channel }: Said,
): Circumstances => ({
  commandId: ids.commandId(),
  effectiveOn,
  recordedAt: clock.now(),
  recordedBy: { party: by, verified: false },
  channel,
  ...(onWordOf === undefined ? {} : { onWordOf }),
  ...(why === undefined ? {} : { why }),
});
