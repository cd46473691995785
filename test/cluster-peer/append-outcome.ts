/** What an append, or a deletion, came to. */
export type AppendOutcome =
  | Readonly<{
      _tag: 'Stored';
      /** The stream's last revision by this append; -1 when nothing was ever written. */
      last: bigint;
      /** The place of the last event. */
      position: bigint;
      /** Whether the events were there already. */
      repeated: boolean;
    }>
  | Readonly<{ _tag: 'WrongExpectedVersion'; current: bigint }>
  | Readonly<{ _tag: 'StreamDeleted' }>;
