import type { Failure } from '@trackrecord/application';

/** Nest tells its filters of what went wrong by exceptions only: these two carry what routes and guards answer. */
export class FailureThrown extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure._tag);
    this.failure = failure;
  }
}

/** Nobody is signed in where somebody has to be. */
export class NotSignedIn extends Error {}
