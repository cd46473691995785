import { type Done, type Failure, type Said, streamOf } from '@trackrecord/application';
import { AccessId } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Changing } from '../change.ts';
import { authorOf } from '../circumstances.ts';
import { deskFor, onceOnly } from '../once-only.ts';

/** What is said of a change of access, by whoever asks for it. */
export const saidBy = ({
  desk,
  principal,
  around,
  looked,
}: Changing): TE.TaskEither<Failure, Said> => authorOf(principal, around, looked)(desk);

/** The account that the path names. */
export const accountIn = ({ exchange: { params } }: Changing): AccessId => {
  const { account } = params;
  if (AccessId.is(account)) return account;
  throw new Error('the path names an account');
};

type Act = (desk: Desk) => (account: AccessId, said: Said) => TE.TaskEither<Failure, Done>;

/** Does something to the account that the path names, once for a request and its repetitions. */
export const onAccount = (changing: Changing, act: Act): TE.TaskEither<Failure, Done> =>
  onceOnly(
    changing,
    streamOf('access', accountIn(changing)),
    pipe(
      saidBy(changing),
      TE.chain((said) => act(deskFor(changing))(accountIn(changing), said)),
    ),
  );
