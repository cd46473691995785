import { accountsAnswer, type Failure, invalid, type Readable } from '@trackrecord/application';
import type * as TheServer from '@trackrecord/server';
import type { ServerStore } from '@trackrecord/server';
import { pipe } from 'fp-ts/lib/function.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { samplePassword, samplePeople } from './sample-people.ts';

type Server = Pick<typeof TheServer, 'isPasswordOf'>;

const known: ReadonlySet<string> = new Set(samplePeople.map(({ signInName }) => signInName));

/**
 * A sample that is served as if it were somebody's own would be open to everybody: an account that still has the
 * sample's password is refused, with what to do about it.
 */
export const refuseKnownPasswords = (
  { isPasswordOf }: Server,
  data: Readable,
  { passwords }: Pick<ServerStore, 'passwords'>,
): TE.TaskEither<Failure, null> =>
  pipe(
    TE.fromEither(accountsAnswer(data)),
    TE.map(RA.filter(({ open, signInName }) => open && known.has(signInName))),
    TE.chain(
      TE.traverseSeqArray(({ id, signInName }) =>
        pipe(
          passwords.hashOf(id),
          TE.chain((hash) =>
            TE.fromTask(async () =>
              hash !== undefined && (await isPasswordOf(hash, samplePassword)) ? [signInName] : [],
            ),
          ),
        ),
      ),
    ),
    TE.map(RA.flatten),
    TE.chain((names) =>
      names.length === 0
        ? TE.right(null)
        : TE.left(
            invalid(
              `Everybody knows the sample’s password, and these accounts still have it: ${names.join(', ')}. Give them others ("trackrecord account password NAME"), close them ("trackrecord account close NAME"), or serve the sample with --sample.`,
            ),
          ),
    ),
  );
