import type { HostAndPort } from './connection-string.ts';

/** Why a try came to nothing. */
export type Failure = Readonly<{
  /** For a person: what happened, where, what to look at. */
  message: string;
  /** It will not get better by waiting. */
  lasting: boolean;
  /** The client that it happened to is not to be used any more. */
  lost: boolean;
  /** Who leads, where it was told. */
  leader?: HostAndPort;
  /** The hosts of the connection string did not lead to a node, and the client does not say why. */
  undiscovered?: true;
  /** The stream that was asked for has a tombstone. */
  deleted?: true;
}>;

/** The server has spoken, and will say the same again. */
export const lasting = (message: string): Failure => ({ message, lasting: true, lost: false });

/** The server has spoken, and may say something else before long. */
export const passing = (message: string): Failure => ({ message, lasting: false, lost: false });

/** Nobody can tell what became of what was asked through this client. */
export const lost = (message: string): Failure => ({ message, lasting: false, lost: true });
