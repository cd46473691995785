import { AccessId } from '@trackrecord/domain';
import type { LocalDate, Values } from '@trackrecord/kernel';
import {
  type AccountState,
  accountStateOf,
  type TokenState,
  tokenStateOf,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as O from 'fp-ts/lib/Option.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import { type Failure, storage } from '../failure.ts';
import { idIn, streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';

type StateOf<A> = (id: AccessId, cut: Values) => O.Option<A>;

/** Accounts and tokens belong to no plan: their dates are those of this zone's calendar. */
const zone = 'Europe/London';

/** The date by which is judged who may come in. */
export const accessDate = ({ clock }: Pick<Readable, 'clock'>): LocalDate => clock.today(zone);

const one =
  <A>(stateOf: StateOf<A>) =>
  ({ views }: Readable, id: AccessId, asOf: LocalDate): E.Either<Failure, O.Option<A>> =>
    pipe(
      views.head(),
      E.chain((knownAt) => views.cutOf(streamOf('access', id), { asOf, knownAt })),
      E.bimap(storage, (cut) => stateOf(id, cut)),
    );

const every =
  <A>(stateOf: StateOf<A>) =>
  (deps: Readable, asOf: LocalDate): E.Either<Failure, ReadonlyArray<A>> =>
    pipe(
      deps.views.listStreams('access'),
      E.mapLeft(storage),
      E.chain((streams) =>
        pipe(
          streams.map(idIn).filter(AccessId.is),
          E.traverseArray((id) => one(stateOf)(deps, id, asOf)),
        ),
      ),
      E.map(RA.compact),
    );

/** An account as of a date, as known now; `none` where there is none by then. */
export const loadAccount = one<AccountState>(accountStateOf);

/** Every account as of a date, closed ones too, as known now. */
export const loadAccounts = every<AccountState>(accountStateOf);

/** A token as of a date, as known now; `none` where there is none by then. */
export const loadToken = one<TokenState>(tokenStateOf);

/** Every token as of a date, revoked ones too, as known now. */
export const loadTokens = every<TokenState>(tokenStateOf);
