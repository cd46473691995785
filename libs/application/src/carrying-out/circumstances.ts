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
  /** Whether the channel could prove that it was they; where it says nothing, it could not. */
  verified?: boolean | undefined;
}>;

/** The circumstances of a new command. */
export const circumstancesOf = (
  { ids, clock }: Writable,
  { by, onWordOf, effectiveOn, why, channel, verified = false }: Said,
): Circumstances => ({
  commandId: ids.commandId(),
  effectiveOn,
  recordedAt: clock.now(),
  recordedBy: { party: by, verified },
  channel,
  ...(onWordOf === undefined ? {} : { onWordOf }),
  ...(why === undefined ? {} : { why }),
});
