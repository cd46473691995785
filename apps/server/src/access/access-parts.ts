import {
  accountsAnswer,
  type Failure,
  isFirstAdministratorNeeded,
  lookupAccount,
  type Readable,
  storage,
} from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { ServerStore } from '../store/server-store.ts';
import { localSignIn } from './local-sign-in.ts';
import { type Randomness, randomGroups, systemRandomness } from './randomness.ts';
import { type ShownOnce, shownOnce } from './shown-once.ts';
import type { SignIn } from './sign-in.ts';

/** An account of a sample, for whoever tries it out: its password is told to everybody who can see the sign-in page. */
export type SampleAccount = Readonly<{
  signInName: string;
  password: string;
  name: string;
  /** What they would do: "keeps the plan: imports, rates, reviews". */
  tries: string;
}>;

/** What the desk needs to let people in. */
export type AccessParts = Readonly<{
  signIn: SignIn;
  random: Randomness;
  /**
   * What whoever makes the first administrator in a browser has to know: made anew with every start and told on the
   * terminal alone. It is asked for on loopback too: a proxy before the server makes everybody come from there.
   */
  setupCode: string;
  sampleAccounts: ReadonlyArray<SampleAccount>;
  shownOnce: ShownOnce;
}>;

/** An account that somebody can sign in with, by its name; whatever the log has beyond the views is taken in first. */
const openAccountOf =
  (deps: Readable) =>
  (signInName: string): TE.TaskEither<Failure, string | undefined> =>
    pipe(
      deps.views.catchUp(),
      TE.mapLeft(storage),
      TE.chainEitherK(() => lookupAccount(deps)(signInName)),
      TE.map((found) =>
        pipe(
          found,
          O.filter(({ open }) => open),
          O.match(
            () => undefined,
            ({ id }) => id,
          ),
        ),
      ),
    );

/** Sign-in by the accounts of the log and the passwords of this server. */
export const accessParts = (
  { store, ...deps }: Readable & Readonly<{ store: ServerStore }>,
  sampleAccounts: ReadonlyArray<SampleAccount> = [],
  random: Randomness = systemRandomness,
): AccessParts => ({
  signIn: localSignIn({
    passwords: store.passwords,
    clock: deps.clock,
    lookupAccount: openAccountOf(deps),
  }),
  random,
  // 60 bits that are good for as long as the process is, and until there is an administrator.
  setupCode: randomGroups(random, 3, 4),
  sampleAccounts,
  shownOnce: shownOnce(deps.clock),
});

/** Whether there is nobody yet who could open accounts. */
export const isWithoutAdministrator = (deps: Readable): TE.TaskEither<Failure, boolean> =>
  pipe(
    deps.views.catchUp(),
    TE.mapLeft(storage),
    TE.chainEitherK(() => accountsAnswer(deps)),
    TE.map(isFirstAdministratorNeeded),
  );
