import type { Origin } from './origin.ts';

export type PartyKind = 'person' | 'organisation';

/** Who is named: an action's owner, somebody who is asked for an update, an organisation on the board. */
export type ProposedParty = Readonly<{
  name: string;
  kind: PartyKind;
  /** The roles by which an organisation is represented on the board, as written. */
  boardRoles: ReadonlyArray<string>;
}>;

export type ProposedOwner = Readonly<{
  name: string;
  kind: PartyKind;
  role: 'lead' | 'support';
  from?: Origin;
}>;
