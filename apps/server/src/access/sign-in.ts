import type { Failure } from '@trackrecord/application';
import type { Instant } from '@trackrecord/kernel';
import type * as TE from 'fp-ts/lib/TaskEither.js';

/** Somebody who says who they are, from an address of the network. */
export type SignInTry = Readonly<{ signInName: string; password: string; address: string }>;

/** What comes of it; why somebody is refused is told to nobody: it would say which names there are. */
export type SignInAnswer =
  | Readonly<{ _tag: 'SignedIn'; account: string }>
  | Readonly<{ _tag: 'Refused' }>
  /** Too many tries failed: nobody is let in under that name, or from that address, until then. */
  | Readonly<{ _tag: 'Closed'; until: Instant }>;

/**
 * The port by which people prove who they are. Accounts with passwords are one way (`localSignIn`); single sign-on
 * will be another, and nothing else has to know.
 */
export type SignIn = (asked: SignInTry) => TE.TaskEither<Failure, SignInAnswer>;
