import {
  type AccountAnswer,
  type Failure,
  lookupAccount,
  missing,
  type Readable,
} from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';

/** The account of a name to sign in with, open or closed. */
export const namedAccount = (
  deps: Readable,
  signInName: string,
): TE.TaskEither<Failure, AccountAnswer> =>
  pipe(
    TE.fromEither(lookupAccount(deps)(signInName)),
    TE.chain(
      TE.fromOption(() =>
        missing(
          `Nobody signs in as "${signInName}"; "trackrecord account list" lists every account.`,
          'signInName',
        ),
      ),
    ),
  );
